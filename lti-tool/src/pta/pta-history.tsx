import type { VNode } from 'preact';
import { formatDate } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { NamesOf, PtaView } from './pta-view.js';

/** Who did what with a version, and when; and why it changed, if it did. */
export function PtaHistory({ text, pta, names }: { text: Text; pta: PtaView; names: NamesOf }): VNode {
  const { amendment } = pta;
  const by = (who: string, at: string) => ({
    who: names.get(who) ?? text('pta.by.somebody'),
    at: formatDate(text.locale, at),
  });
  return (
    <ul class="plain soft">
      {pta.copiedFrom !== undefined && <li>{text('pta.by.copied')}</li>}
      <li>{text('pta.by.made', by(pta.madeBy, pta.madeAt))}</li>
      {pta.proposedBy !== undefined && pta.proposedAt !== undefined && (
        <li>{text('pta.by.proposed', by(pta.proposedBy, pta.proposedAt))}</li>
      )}
      {pta.adoptedBy !== undefined && pta.adoptedAt !== undefined && (
        <li>{text('pta.by.adopted', by(pta.adoptedBy, pta.adoptedAt))}</li>
      )}
      {amendment && (
        <li>
          {text('pta.amended', {
            reason: text(`pta.reason.${amendment.reason}`),
            day: formatDate(text.locale, amendment.advisedOn),
          })}
        </li>
      )}
    </ul>
  );
}
