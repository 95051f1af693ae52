import type { ComponentChildren, VNode } from 'preact';

/** The hidden token of a visit's form. */
export function Token({ value }: { value: string }): VNode {
  return <input type="hidden" name="token" value={value} />;
}

export interface FieldProps {
  id: string;
  label: string;
  hint?: string | undefined;
  /** Stands beside the field and is announced. */
  error?: string | undefined;
  children: ComponentChildren;
}

/** A label, a hint, a field, and its error beside it. The field names `${id}-hint` and `${id}-error` in aria-describedby (see describedBy). */
export function Field({ id, label, hint, error, children }: FieldProps): VNode {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p class="error" id={`${id}-error`}>
          ! {error}
        </p>
      )}
    </div>
  );
}

/** The accessibility attributes of a field with a hint or an error. */
export function describedBy(id: string, { hint, error }: { hint?: string | undefined; error?: string | undefined }) {
  const names = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { id, 'aria-describedby': names || undefined, 'aria-invalid': error ? ('true' as const) : undefined };
}
