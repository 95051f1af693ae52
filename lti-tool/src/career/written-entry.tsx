import type { VNode } from 'preact';
import { formatDate } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { CareerEntryView } from '@buitenboord/shared/use-cases/lob/view-career-file.js';

/** An entry to read: the student's words under our headings, empty ones left out. */
export function WrittenEntry({ text, view: { entry } }: { text: Text; view: CareerEntryView }): VNode {
  const parts: readonly (readonly [string, string])[] = [
    [text('career.motivation'), entry.motivation],
    [text('career.aim'), entry.aim],
    ...entry.answers.map(({ question, answer }) => [text(`career.asks.${question}`), answer] as const),
    [text('career.results'), entry.results],
    [text('career.evaluation'), entry.evaluation],
    [text('career.conclusion'), entry.conclusion],
    [text('career.fits'), entry.fitsMe ? text(`career.fits.${entry.fitsMe}`) : ''],
  ];
  return (
    <section>
      {entry.closedAt && (
        <p class="note good">{text('career.closedOn', { day: formatDate(text.locale, entry.closedAt) })}</p>
      )}
      <dl class="told">
        {parts
          .filter(([, words]) => words.trim() !== '')
          .map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd class="lines">{words}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
