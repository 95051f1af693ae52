import type { VNode } from 'preact';
import type { PlannedDay } from '@buitenboord/shared/domain/safety/planned-day.js';
import type { Finding } from '@buitenboord/shared/domain/safety/finding.js';
import type { WorkContext } from '@buitenboord/shared/domain/safety/work-context.js';
import { formatDay } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { JudgedPlan } from '@buitenboord/shared/use-cases/placement/view-plan.js';
import { FindingList, RulesOfAge } from './finding-list.js';
import { PlannedDays } from './planned-days.js';
import { standingPill } from './standing-pill.js';

/** Of a plan, what a student, somebody at home or a company sees. */
export interface ShownPlan {
  days: readonly PlannedDay[];
  tasks: string;
  today: string;
  standing: JudgedPlan['standing'];
  findings: readonly Finding[];
  /** The ages during the plan, each with its first day: other rules hold from then on. */
  ages: readonly { age: number; from: string }[];
  isAssumed: boolean;
  work: WorkContext | undefined;
}

interface ShownProps {
  text: Text;
  plan: ShownPlan;
  /** To whom the sentences speak. */
  reader: 'student' | 'company';
}

/** How it stands, the days, and why: the rules in plain words with the date of the law's text. */
export function PlanInWords({ text, plan, reader }: ShownProps): VNode {
  const { days, tasks, today, standing, findings } = plan;
  return (
    <>
      {standing !== 'agreed' && <p class="note wait">{text(`plan.${reader}.${standing}`)}</p>}
      <p>{standingPill(text, standing)}</p>
      <PlannedDays text={text} days={days} today={today} />
      {tasks && (
        <>
          <h3>{text(`plan.${reader}.tasks`)}</h3>
          <p class="lines">{tasks}</p>
        </>
      )}
      {findings.length > 0 && (
        <>
          <h3>{text(`plan.${reader}.reasons`)}</h3>
          <FindingList text={text} findings={findings} />
        </>
      )}
    </>
  );
}

/** What the law asks at the ages that the student has during the plan. */
export function RulesInWords({ text, plan, reader }: ShownProps): VNode | null {
  const { ages, isAssumed, work } = plan;
  if (!work || work === 'visit') return null;
  return (
    <>
      {isAssumed && <p class="note wait">{text(`plan.${reader}.assumed`)}</p>}
      {ages.map(({ age, from }, place) => (
        <section key={age}>
          <h3>
            {place === 0
              ? text(`plan.${reader}.rules`, { age })
              : text(`plan.${reader}.rulesFrom`, { age, day: formatDay(text.locale, from) })}
          </h3>
          <RulesOfAge text={text} age={age} work={work} />
        </section>
      ))}
    </>
  );
}
