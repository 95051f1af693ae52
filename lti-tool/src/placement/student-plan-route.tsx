import { Problem } from '@buitenboord/shared/problem.js';
import type { PlanDeps } from '@buitenboord/shared/use-cases/placement/view-plan.js';
import { activityOf } from '../web/of-visit.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { findShownPlan } from './find-shown-plan.js';
import { StudentPlanPage } from './student-plan-page.js';

/** The student's own days, for her and for who reads along at home. */
export function studentPlanRoute(deps: PlanDeps): VisitRoute {
  return { method: 'get', path: '/work/plan', may: ['student'], handle: (exchange) => show(deps, exchange) };
}

async function show(deps: PlanDeps, { visit, text, url, page }: VisitExchange): Promise<void> {
  const activity = await activityOf(deps.store, visit);
  const plan = await findShownPlan(deps, { activity, student: visit.person });
  if (!plan) throw new Problem('request/not-found', { activity: activity.id });
  page(StudentPlanPage({ text, backUrl: url('/work'), title: activity.title, plan }));
}
