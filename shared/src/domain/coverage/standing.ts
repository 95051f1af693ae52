import type { CoverageDone, CoveragePlan, SubtaskCoverage } from './subtask-coverage.js';

/** Where a subtask of a student stands. What was done goes before what was planned. */
export type SubtaskStanding =
  | { kind: 'doneAtCompany' | 'doneAtSchool'; done: CoverageDone }
  | { kind: 'plannedAtCompany' | 'plannedAtSchool' }
  | { kind: 'notPossibleHere'; reason: string; elsewhere: string }
  | { kind: 'notYet' };

export type SubtaskStandingKind = SubtaskStanding['kind'];

/** In the order of a legend: what is done first. */
export const standingKinds = [
  'doneAtCompany',
  'doneAtSchool',
  'plannedAtCompany',
  'plannedAtSchool',
  'notPossibleHere',
  'notYet',
] as const satisfies readonly SubtaskStandingKind[];

export function standingOfSubtask(coverage: Pick<SubtaskCoverage, 'plan' | 'done'> | undefined): SubtaskStanding {
  const { plan, done } = coverage ?? {};
  if (done) return { kind: done.where === 'company' ? 'doneAtCompany' : 'doneAtSchool', done };
  return plan ? standingOfPlan(plan) : { kind: 'notYet' };
}

function standingOfPlan(plan: CoveragePlan): SubtaskStanding {
  switch (plan.kind) {
    case 'atCompany':
      return { kind: 'plannedAtCompany' };
    case 'atSchool':
      return { kind: 'plannedAtSchool' };
    case 'notPossibleHere':
      return { kind: 'notPossibleHere', reason: plan.reason, elsewhere: plan.elsewhere };
  }
}

/** Open until it was done somewhere, with date, place and evidence: a plan closes nothing, and neither does "not possible here". */
export function isOpen(standing: SubtaskStanding): boolean {
  return standing.kind !== 'doneAtCompany' && standing.kind !== 'doneAtSchool';
}
