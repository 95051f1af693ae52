import { decideAgreement, type AgreementNeed } from '../activity/agreement-need.js';
import type { ActivityKind } from '../activity/activity-kind.js';
import { checkKind } from '../activity/check-kind.js';
import { getKind } from '../activity/kinds.js';
import type { WorkedDay } from '../activity/meter.js';
import { ageOn } from '../safety/age.js';
import { checkSchedule } from '../safety/check-schedule.js';
import { checkTasks } from '../safety/check-tasks.js';
import { clockMinutes, type Day } from '../safety/dutch-clock.js';
import { blocksOf, findingKey, warningsOf, type Finding } from '../safety/finding.js';
import { shiftOf, type PlannedDay, type Worker } from '../safety/planned-day.js';
import type { Context } from '../safety/work-context.js';
import type { AcceptedWarning, PlanWanted } from './placement-plan.js';

/** What a plan is judged by besides itself. */
export interface PlanFacts {
  bornOn: Day;
  today: Day;
  /** Days of the same kind in other plans of this student: the limits of a track are about all of them. */
  otherDays: readonly WorkedDay[];
}

/** As what the law sees a kind of activity; undefined where it arranges no work: nothing is checked then. */
export function contextOf(kind: ActivityKind, plan: Pick<PlanWanted, 'setting' | 'doesTasks'>): Context | undefined {
  if (!kind.work) return undefined;
  return { work: kind.work === 'visit' && plan.doesTasks ? 'visitWithTasks' : kind.work, setting: plan.setting };
}

export function workerOf(plan: Pick<PlanWanted, 'schoolWeek' | 'holidays' | 'sideJob'>, bornOn: Day): Worker {
  const { schoolWeek, holidays, sideJob } = plan;
  return { bornOn, schoolWeek, holidays, sideJob };
}

/** Everything that doesn't fit: hours, tasks at each age that the student has in it, and the limits of the kind. */
export function checkPlan(plan: PlanWanted, { bornOn, today, otherDays }: PlanFacts): Finding[] {
  const kind = getKind(plan.kind);
  const context = contextOf(kind, plan);
  const { recognition, entree } = plan;
  const days = [...otherDays, ...workedDays(plan.days)];
  return [
    ...(context ? checkSchedule(workerOf(plan, bornOn), plan.days, context) : []),
    ...(context ? taskFindings(plan, bornOn, context) : []),
    ...checkKind(kind, { days, today, ...(recognition && { recognition }), ...(entree && { entree }) }),
  ];
}

/** Real minutes of work on each day. */
export function workedDays(days: readonly PlannedDay[]): WorkedDay[] {
  return days.map((day) => ({ date: day.date, minutes: shiftOf(day).worked }));
}

function taskFindings({ days, hazards, supervision }: PlanWanted, bornOn: Day, context: Context): Finding[] {
  const firstAt = new Map<number, Day>();
  for (const { date } of inOrder(days)) {
    const age = ageOn(bornOn, date);
    if (!firstAt.has(age)) firstAt.set(age, date);
  }
  return [...firstAt].flatMap(([age, on]) =>
    checkTasks(age, context, hazards, supervision).map((found) => ({ ...found, on })),
  );
}

export function inOrder(days: readonly PlannedDay[]): PlannedDay[] {
  return [...days].sort((one, other) => one.date.localeCompare(other.date));
}

/** Forbidden, waiting for the safety approver, or agreed. Decided anew whenever a plan is looked at: a date of birth can come in later. */
export function standingOfPlan(
  findings: readonly Finding[],
  accepted: readonly AcceptedWarning[],
): 'forbidden' | 'waiting' | 'agreed' {
  if (blocksOf(findings).length > 0) return 'forbidden';
  return openWarnings(findings, accepted).length > 0 ? 'waiting' : 'agreed';
}

/** The warnings that nobody accepted yet. */
export function openWarnings(findings: readonly Finding[], accepted: readonly AcceptedWarning[]): Finding[] {
  const known = new Set(accepted.map(findingKey));
  return warningsOf(findings).filter((found) => !known.has(findingKey(found)));
}

/** Whether this plan needs an agreement: what it shows already of the seven factors; the others don't make it less. */
export function agreementForPlan(
  plan: PlanWanted,
  known: { bornOn: Day; countsForSubject: boolean; schoolDemands: boolean },
): AgreementNeed {
  const kind = getKind(plan.kind);
  const work = contextOf(kind, plan)?.work;
  return decideAgreement(kind, {
    days: plan.days.length,
    works: work === 'placement' || work === 'communityService',
    countsForSubject: known.countsForSubject,
    schoolDemands: known.schoolDemands,
    under16: plan.days.some(({ date }) => ageOn(known.bornOn, date) < 16),
    guidedByCompany: false,
    outsideSchoolHours: plan.days.some(isOutsideSchoolHours),
    confidential: false,
    insured: true,
  });
}

function isOutsideSchoolHours({ from, to }: PlannedDay): boolean {
  return clockMinutes(from) < 8 * 60 || clockMinutes(to) > 17 * 60;
}
