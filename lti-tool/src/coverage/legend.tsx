import type { VNode } from 'preact';
import { standingKinds } from '@buitenboord/shared/domain/coverage/standing.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { stateLook } from './state-words.js';

/** What each sign means. */
export function Legend({ text }: { text: Text }): VNode {
  return (
    <ul class="plain row legend" aria-label={text('coverage.legend')}>
      {standingKinds.map((kind) => (
        <li key={kind} class="sign">
          <span class={`mark small ${stateLook[kind].tone}`} aria-hidden="true">
            {stateLook[kind].shape}
          </span>
          <span class="small">{text(`coverage.kind.${kind}`)}</span>
        </li>
      ))}
    </ul>
  );
}
