import { getKind } from '@buitenboord/shared/domain/activity/kinds.js';
import { contextOf } from '@buitenboord/shared/domain/placement/check-plan.js';
import { dutchDay } from '@buitenboord/shared/domain/pta/school-year.js';
import { viewPlan, type PlanDeps, type PlanPlace } from '@buitenboord/shared/use-cases/placement/view-plan.js';
import { agesDuring } from './finding-list.js';
import type { ShownPlan } from './shown-plan.js';

/** What a student, somebody at home or a company sees of a plan; undefined while there is none. Nothing of the week outside it, no date of birth. */
export async function findShownPlan(deps: PlanDeps, place: PlanPlace): Promise<ShownPlan | undefined> {
  const { plan, judged, birth } = await viewPlan(deps, place);
  if (!plan || !judged) return undefined;
  const { standing, findings } = judged;
  return {
    days: plan.days,
    tasks: plan.tasks,
    today: dutchDay(deps.now()),
    standing,
    findings,
    ages: agesDuring(plan.days, birth.bornOn),
    isAssumed: birth.isAssumed,
    work: contextOf(getKind(plan.kind), plan)?.work,
  };
}
