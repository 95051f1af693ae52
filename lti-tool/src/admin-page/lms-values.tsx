import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';

export type LmsValueName = 'loginUrl' | 'redirectUris' | 'jwksUrl' | 'targetLinkUri' | 'deepLinkingUrl';

export interface LmsValue {
  name: LmsValueName;
  value: string;
}

/** The addresses to type into an LMS; each stands in a field, so that one click selects it. */
export function LmsValues({ text, values }: { text: Text; values: readonly LmsValue[] }): VNode {
  return (
    <section>
      <h2>{text('admin.values')}</h2>
      <p>{text('admin.values.lead')}</p>
      {values.map(({ name, value }) => (
        <div key={name} class="field">
          <label for={`lms-${name}`}>{text(`admin.values.${name}`)}</label>
          <input id={`lms-${name}`} value={value} readonly />
        </div>
      ))}
    </section>
  );
}
