import type { VNode } from 'preact';
import { BesideTable, JudgesWrote } from '../assessment/beside-table.js';
import { RuleNote } from '../assessment/rule-note.js';
import type { SettleView } from './settle-view.js';

/** Student, company and teacher beside each other at the end, and folded away at each moment before. */
export function ThreeJudges({ text, url, row, assessment }: SettleView): VNode {
  const end = assessment.moments.filter(({ moment }) => moment === 'end');
  const before = assessment.moments.filter(({ moment }) => moment !== 'end');
  return (
    <>
      <h2>{text('assess.beside')}</h2>
      {before.length > 0 && <p class="soft">{text('assess.momentCounts')}</p>}
      {end.map((view) => (
        <div key={view.moment}>
          {view.self || view.teacher ? <BesideTable text={text} view={view} /> : <p>{text('assess.onlyCompany')}</p>}
          <JudgesWrote text={text} view={{ ...view, company: undefined }} />
        </div>
      ))}
      <p class="soft small">{text('assess.noEffect')}</p>
      {before.map((view) => (
        <details key={view.moment}>
          <summary>{text('assess.moment', { moment: view.moment })}</summary>
          <BesideTable text={text} view={view} />
          <JudgesWrote text={text} view={view} />
        </details>
      ))}
      <p>
        <a href={url(`/students/${row.student}/assessment`)}>{text('assess.more')}</a>
      </p>
    </>
  );
}

/** How far the conditions of an exam are, and where to complete them. */
export function ExamConditions({ text, url, row, sitting }: SettleView): VNode | null {
  if (!sitting) return null;
  const count = sitting.conditions.filter(({ met }) => !met).length;
  return (
    <section class={count === 0 ? 'card note good' : 'card note stop'} aria-labelledby="exam-title">
      <h2 id="exam-title">{text('exam.title', { kind: sitting.kind })}</h2>
      <p>{text('exam.openCount', { count })}</p>
      {sitting.kind === 'cspePart' && <p>{text('exam.noContent')}</p>}
      <p>
        <a href={url(`/students/${row.student}/sitting`)}>{text('exam.fill')}</a>
      </p>
    </section>
  );
}

/** Where a company's judgement weighs in the school exam: who was named, or that nobody was yet. A warning; the teacher settles. */
export function ExpertNote({ text, url, component, experts }: SettleView): VNode | null {
  if (experts.need === 'none' || !component) return null;
  const names = experts.named.map(({ name }) => name).join(', ');
  return (
    <div class="note">
      <p>
        {experts.need === 'named'
          ? text('expert.named', { names })
          : `! ${text('expert.missing', { weight: component.companyWeight })}`}{' '}
        <a href={url('/experts')}>{text('expert.fill')}</a>
      </p>
      <RuleNote text={text} rule="assessment.named-expert" />
    </div>
  );
}
