import { displayName } from '@buitenboord/shared/domain/people/person.js';
import { birthDates, enrolments, people, placements } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { viewPlan, type PlanDeps, type PlanPlace } from '@buitenboord/shared/use-cases/placement/view-plan.js';
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
  const enrolled = { where: { school, course, role: 'student' as const, state: 'active' as const } };
  for await (const { person } of deps.store.each(enrolments, enrolled)) {
    rows.push(await rowOf(deps, { activity, student: person }));
  }
  rows.sort((one, other) => (one.name ?? '').localeCompare(other.name ?? '', 'nl'));
  const backUrl = visit.roles.includes('teacher') ? url('/overview') : undefined;
  page(PlansPage({ text, url, backUrl, title: activity.title, rows }));
}

async function rowOf(deps: PlanDeps, place: PlanPlace): Promise<PlanRow> {
  const { store }: { store: Store } = deps;
  const { activity, student } = place;
  const { school } = activity;
  const [person, placed, born, { plan, judged }] = await Promise.all([
    store.get(people, { school, id: student }),
    store.find(placements, { where: { school, activity: activity.id, student }, limit: 1 }),
    store.get(birthDates, { school, id: student }),
    viewPlan(deps, place),
  ]);
  const [first, last] = [plan?.days[0]?.date, plan?.days.at(-1)?.date];
  return {
    student,
    name: person && displayName(person),
    company: placed.items[0]?.companyName,
    hasBirthDate: born !== undefined,
    plan:
      judged && first !== undefined && last !== undefined
        ? { first, last, days: plan?.days.length ?? 0, standing: judged.standing }
        : undefined,
  };
}
