import type { VNode } from 'preact';
import { isExamSecret } from '@buitenboord/shared/domain/assessment/sitting.js';
import { formatGrade, formatMoment } from '@buitenboord/shared/text/format.js';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import { ReflectionNote } from '../career/reflection-note.js';
import { standingWords, whySentence } from '../dashboard/delivery-words.js';
import { ExamConditions, ExpertNote, ThreeJudges } from './three-judges.js';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';
import { ArrivalNote } from './arrival-note.js';
import { GradeCard } from './grade-card.js';
import { RoundingMissing } from '../school-exam/rounding-missing.js';
import { SubjectSoFar } from './subject-so-far.js';
import type { SettleView } from './settle-view.js';
import { CompanySaw, StudentShowed } from './student-work.js';

/** Evidence left, grade right, one button. */
export function SettlePage(view: SettleView): VNode {
  const { text, url, activity, row, revisions, lms } = view;
  const name = studentName(text, row);
  const { tone, shape, words } = standingWords(text, row.standing, lms);
  return (
    <Layout
      title={`${name} · ${activity.title}`}
      text={text}
      back={{ href: url('/overview'), words: text('settle.back') }}
      width="wide"
      scripts={['settle.js']}
    >
      <div class="row between">
        <div>
          <h1>{name}</h1>
          <p class="soft">
            {[
              activity.title,
              row.placement?.companyName,
              text('settle.hours', { hours: activity.hours }),
              row.attempt > 1 && text('settle.attempt', { attempt: row.attempt }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <span class={`pill ${tone}`}>
          {shape} {words}
        </span>
      </div>
      <ReflectionNote text={text} url={url(`/students/${row.student}/career`)} career={view.career} />
      {row.standing.kind === 'notArrived' && <ArrivalNote {...view} delivery={row.standing.delivery} />}
      {row.standing.kind === 'underWay' && row.standing.delivery.reason === 'cannot-read-back' && (
        <p class="note">{whySentence(text, row.standing.delivery, view.lms)}</p>
      )}
      <div class="split">
        <section>
          <StudentShowed {...view} name={name} />
          <CompanySaw {...view} />
          {!isExamSecret(activity) && <ThreeJudges {...view} />}
        </section>
        <section>
          {view.subject && view.scale === 'number' && !view.subject.regime && (
            <RoundingMissing text={text} url={view.roundingUrl} />
          )}
          <ExamConditions {...view} />
          <ExpertNote {...view} />
          <GradeCard {...view} name={name} />
          {view.subject && <SubjectSoFar {...view} subject={view.subject} />}
          {revisions.length > 0 && <AfterSettling {...view} />}
        </section>
      </div>
    </Layout>
  );
}

function AfterSettling({ text, url, formToken, row, revisions, component }: SettleView): VNode {
  return (
    <>
      {revisions.length > 1 && (
        <details>
          <summary>{text('settle.history')}</summary>
          <ol class="plain">
            {revisions.map((each) => (
              <li key={each.revision}>
                {text('settle.revision', {
                  revision: each.revision,
                  grade: formatGrade(text, each.value),
                  at: formatMoment(text.locale, each.settledAt),
                })}
                {each.reason && <span class="soft"> · {each.reason}</span>}
              </li>
            ))}
          </ol>
        </details>
      )}
      {component?.resit && (
        <form method="post" action={url(`/students/${row.student}/resit`)}>
          <Token value={formToken} />
          <input type="hidden" name="after" value={row.attempt} />
          <button class="link">{text('settle.resit')}</button>
          <p class="soft small">{text('settle.resitHint')}</p>
        </form>
      )}
    </>
  );
}
