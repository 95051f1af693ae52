import type { VNode } from 'preact';
import { Field } from '../web/parts/form.js';

interface TextAreaProps {
  name: string;
  label: string;
  value: string;
  rows?: number;
  required?: boolean;
  /** Where two fields of a page have one name. */
  id?: string;
}

/** A few lines to write. */
export function TextArea({ name, label, value, rows = 3, required = false, id = name }: TextAreaProps): VNode {
  return (
    <Field id={id} label={label}>
      <textarea id={id} name={name} rows={rows} maxLength={2000} required={required}>
        {value}
      </textarea>
    </Field>
  );
}

interface TickProps {
  name: string;
  label: string;
  hint?: string;
  checked?: boolean;
}

/** Yes or nothing. */
export function Tick({ name, label, hint, checked = false }: TickProps): VNode {
  return (
    <label class="choice">
      <input type="checkbox" name={name} value="yes" checked={checked} />
      <span>
        <b>{label}</b>
        {hint && <small>{hint}</small>}
      </span>
    </label>
  );
}
