import type { VNode } from 'preact';

export interface LineInputProps {
  type: 'text' | 'date' | 'time';
  name: string;
  value: string;
  id?: string | undefined;
  'aria-label'?: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: 'true' | undefined;
  /** Of text: which keyboard a phone shows. */
  isNumber?: boolean;
}

/** A field of one line whose type is chosen by its caller. */
export function LineInput({ type, isNumber = false, ...rest }: LineInputProps): VNode {
  switch (type) {
    case 'text':
      return <input type="text" inputMode={isNumber ? 'decimal' : undefined} {...rest} />;
    case 'date':
      return <input type="date" {...rest} />;
    case 'time':
      return <input type="time" {...rest} />;
  }
}
