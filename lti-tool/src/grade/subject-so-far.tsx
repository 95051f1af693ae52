import type { VNode } from 'preact';
import { formatMean } from '@buitenboord/shared/text/format-mean.js';
import type { SubjectStanding } from '@buitenboord/shared/use-cases/grade/student-standing.js';
import { alarmsOf, roundingNote } from '../school-exam/standing-words.js';
import type { SettleView } from './settle-view.js';

/** What this grade is part of: the mean of the subject so far, what it becomes, and what to mind. */
export function SubjectSoFar({ text, url, row, subject }: SettleView & { subject: SubjectStanding }): VNode {
  const { pta, standing } = subject;
  const { mean, becomes, weighed, weightTotal: total, open } = standing;
  const note = roundingNote(text, standing);
  return (
    <section class="card" aria-labelledby="so-far-title">
      <h2 id="so-far-title">{text('se.settle.stands', { subject: pta.subject.title })}</h2>
      <p>
        {mean ? text('se.settle.mean', { mean: formatMean(text, mean), weighed, total }) : text('se.noMean')}
        {becomes !== undefined && (
          <>
            : <b>{text('se.settle.becomes', { grade: becomes })}</b>
          </>
        )}
      </p>
      {note !== undefined && <p class="soft">{note}</p>}
      {alarmsOf(text, standing).map((words) => (
        <p key={words} class="note stop">
          ! {words}
        </p>
      ))}
      {open.length > 0 && <p class="soft">{text('se.missing', { codes: open.join(', ') })}</p>}
      <p>
        <a href={url(`/school-exam/${row.student}`)}>{text('se.fromSettle')}</a>
      </p>
    </section>
  );
}
