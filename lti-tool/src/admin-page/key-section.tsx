import type { VNode } from 'preact';
import { formatMoment } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';

export interface KeyView {
  /** How long the key that signs has existed; undefined while there is none. */
  days: number | undefined;
  /** When the next one takes over, where one is ready. */
  nextFrom: string | undefined;
}

/** A key that is older than a year deserves a successor. */
const oldDays = 365;

/** How old the school's own key is. Changing it is for who runs the server. */
export function KeySection({ text, keys: { days, nextFrom } }: { text: Text; keys: KeyView }): VNode {
  return (
    <section>
      <h2>{text('platforms.key')}</h2>
      <p>
        {days === undefined ? text('platforms.key.none') : text('platforms.key.age', { days })}{' '}
        {days !== undefined && days > oldDays && nextFrom === undefined && text('platforms.key.old')}
        {nextFrom !== undefined && text('platforms.key.coming', { at: formatMoment(text.locale, nextFrom) })}
      </p>
    </section>
  );
}
