import type { VNode } from 'preact';
import { formatGrade } from '@buitenboord/shared/text/format.js';
import type { WorkPageProps } from './work-page-props.js';

/** What the teacher settled and what the company said, once it is settled. */
export function Verdict({ verdict, activity, text }: WorkPageProps): VNode | null {
  if (!verdict) return null;
  const { grade, judgement } = verdict;
  return (
    <section class="card">
      <h2>{text('work.settled')}</h2>
      <p>
        {text('work.settled.grade')}: <b class="lead">{formatGrade(text, grade.value)}</b>
      </p>
      {grade.value.kind === 'catchUp' && <p>{text('work.settled.catchUp')}</p>}
      {grade.remark !== '' && <Quote title={text('work.settled.remark')} words={grade.remark} />}
      {judgement && (
        <>
          <h3>{text('work.settled.company')}</h3>
          <ul class="plain stack">
            {activity.rubric.map((criterion, index) => {
              const level = judgement.levels[index];
              return level ? (
                <li key={criterion.title}>
                  {criterion.title}: <b>{text(`level.${level}`)}</b>
                </li>
              ) : null;
            })}
          </ul>
          {judgement.remark !== '' && <p class="note lines">{judgement.remark}</p>}
        </>
      )}
    </section>
  );
}

function Quote({ title, words }: { title: string; words: string }): VNode {
  return (
    <>
      <h3>{title}</h3>
      <p class="note lines">{words}</p>
    </>
  );
}
