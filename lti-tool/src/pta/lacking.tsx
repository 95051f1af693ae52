import type { VNode } from 'preact';
import { lackingIn } from '@buitenboord/shared/domain/pta/pta-outline.js';
import type { PtaComponent } from '@buitenboord/shared/domain/pta/pta.js';
import type { Text } from '@buitenboord/shared/text/text.js';

/** What the law wants the programme to say and it doesn't yet; nothing when all is there. */
export function Lacking({ text, components }: { text: Text; components: PtaComponent[] }): VNode | null {
  const lacking = lackingIn({ components });
  const parts = (['content', 'period'] as const).filter((part) => lacking[part].length > 0);
  if (parts.length === 0) return null;
  return (
    <div class="note wait">
      <p>{text('pta.lacking')}</p>
      <ul>
        {parts.map((part) => (
          <li key={part}>{text(`pta.lacking.${part}`, { codes: lacking[part].join(', ') })}</li>
        ))}
      </ul>
    </div>
  );
}
