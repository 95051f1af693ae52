import { birthDates, placements } from '@buitenboord/shared/store/collections.js';
import type { Store, Stored } from '@buitenboord/shared/store/port.js';
import type { Activity } from '@buitenboord/shared/domain/activity/assignment.js';
import { studentsOfCourse, type StudentOfCourse } from '@buitenboord/shared/use-cases/people/students-of-course.js';
import { viewPlan, type PlanDeps } from '@buitenboord/shared/use-cases/placement/view-plan.js';
import { activityOf } from '../web/of-visit.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { PlansPage, type PlanRow } from './plans-page.js';

/** The class with its plans. */
export function plansRoute(deps: PlanDeps, may: VisitRoute['may']): VisitRoute {
  return { method: 'get', path: '/plans', may, handle: (exchange) => show(deps, exchange) };
}

async function show(deps: PlanDeps, { visit, text, url, page }: VisitExchange): Promise<void> {
  const activity = await activityOf(deps.store, visit);
  const { school, course } = activity;
  const rows: PlanRow[] = [];
  for (const one of await studentsOfCourse(deps.store, { school, course })) rows.push(await rowOf(deps, activity, one));
  const backUrl = visit.roles.includes('teacher') ? url('/overview') : undefined;
  page(PlansPage({ text, url, backUrl, title: activity.title, rows }));
}

async function rowOf(deps: PlanDeps, activity: Stored<Activity, 'school'>, one: StudentOfCourse): Promise<PlanRow> {
  const { store }: { store: Store } = deps;
  const { student } = one;
  const { school } = activity;
  const [placed, born, { plan, judged }] = await Promise.all([
    store.find(placements, { where: { school, activity: activity.id, student }, limit: 1 }),
    store.get(birthDates, { school, id: student }),
    viewPlan(deps, { activity, student }),
  ]);
  const [first, last] = [plan?.days[0]?.date, plan?.days.at(-1)?.date];
  return {
    ...one,
    company: placed.items[0]?.companyName,
    hasBirthDate: born !== undefined,
    plan:
      judged && first !== undefined && last !== undefined
        ? { first, last, days: plan?.days.length ?? 0, standing: judged.standing }
        : undefined,
  };
}
