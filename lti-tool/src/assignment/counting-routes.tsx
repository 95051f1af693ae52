import { z } from 'zod';
import type { VNode } from 'preact';
import type { Columns } from '@buitenboord/shared/ports/columns.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { componentsOfCourse } from '@buitenboord/shared/use-cases/assignment/choose-assignments.js';
import { ensureColumn } from '@buitenboord/shared/use-cases/assignment/ensure-column.js';
import { setCounting } from '@buitenboord/shared/use-cases/assignment/set-counting.js';
import { activityOf, courseOf } from '../web/of-visit.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { parseComponent } from './assignment-form.js';
import { CountingPage } from './counting-page.js';

export interface CountingDeps {
  store: Store;
  columns: Columns;
  now: Clock;
}

/** What an activity counts for: said in the picker, and here for one that was copied with its course. */
export function countingRoutes(deps: CountingDeps): VisitRoute[] {
  return [
    { method: 'get', path: '/counting', may: ['teacher'], handle: (exchange) => show(deps, exchange) },
    { method: 'post', path: '/counting', may: ['teacher'], handle: (exchange) => set(deps, exchange) },
  ];
}

async function show(deps: CountingDeps, exchange: VisitExchange): Promise<void> {
  exchange.page(await countingPage(deps, exchange));
}

async function countingPage(deps: CountingDeps, { visit, text, url, formToken }: VisitExchange): Promise<VNode> {
  const activity = await activityOf(deps.store, visit);
  const course = await courseOf(deps.store, visit);
  const components = await componentsOfCourse(deps.store, course, deps.now());
  return CountingPage({
    text,
    url,
    formToken,
    activity,
    components,
    scope: { cohort: course.cohort, leerweg: course.leerweg },
  });
}

async function set(deps: CountingDeps, { req, res, visit, url }: VisitExchange): Promise<void> {
  const form = z.strictObject({ component: z.string().max(100) }).parse(req.body);
  const component = parseComponent(form.component);
  const activity = await activityOf(deps.store, visit);
  await setCounting(deps, {
    school: visit.school,
    activity: activity.id,
    by: visit.person,
    ...(component && { component }),
  });
  const changed = await activityOf(deps.store, visit);
  const course = await courseOf(deps.store, visit);
  await ensureColumn(deps, changed, { course, link: visit.link?.id, before: activity.counting });
  res.redirect(303, url('/overview'));
}
