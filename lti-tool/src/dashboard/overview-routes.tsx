import { z } from 'zod';
import type { Course } from '@buitenboord/shared/domain/activity/assignment.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { Roster } from '@buitenboord/shared/ports/roster.js';
import { isProblem } from '@buitenboord/shared/problem.js';
import { platforms } from '@buitenboord/shared/store/collections.js';
import type { Store, Stored } from '@buitenboord/shared/store/port.js';
import { classOverview } from '@buitenboord/shared/use-cases/overview/class-overview.js';
import { findComponent } from '@buitenboord/shared/use-cases/pta/find-adopted-pta.js';
import { readRoster } from '@buitenboord/shared/use-cases/roster/read-roster.js';
import { firstPage } from '../web/first-page.js';
import { activityOf, courseOf } from '../web/of-visit.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { staffLinks } from '../web/staff-links.js';
import { lmsName } from './lms-name.js';
import { OverviewPage, turns } from './overview-page.js';

export interface OverviewDeps {
  store: Store;
  roster: Roster;
  now: Clock;
  /** The roster couldn't be read: for the log. */
  rosterFailed: (facts: { course: string; code: string }) => void;
}

/** Where each visitor begins, and the class of the teacher. */
export function overviewRoutes(deps: OverviewDeps): VisitRoute[] {
  return [
    { method: 'get', path: '/', may: ['visitor'], handle: (exchange) => begin(exchange) },
    { method: 'get', path: '/overview', may: ['teacher'], handle: (exchange) => show(deps, exchange) },
  ];
}

/** One address for every launch; the role decides where it leads. */
async function begin({ res, visit, url }: VisitExchange): Promise<void> {
  res.redirect(303, url(await Promise.resolve(firstPage(visit))));
}

async function show(deps: OverviewDeps, exchange: VisitExchange): Promise<void> {
  const { req, visit, text, url, page, formToken } = exchange;
  const { store } = deps;
  const activity = await activityOf(store, visit);
  const course = await courseOf(store, visit);
  const rosterFailed = !(await rosterWasRead(deps, course));
  const { counting } = activity;
  const component =
    counting.kind === 'pta' ? await findComponent(store, visit.school, counting.line, counting.code) : undefined;
  const platform = await store.get(platforms, { id: visit.platform });
  const links = [
    { href: url('/companies'), words: text('overview.companies') },
    { href: url('/take-over'), words: text('overview.takeOver') },
    { href: url('/counting'), words: text('overview.counting') },
    ...staffLinks(exchange),
  ];
  page(
    OverviewPage({
      text,
      url,
      formToken,
      course: course.title,
      activity,
      weight: component?.component.weight,
      rows: await classOverview(deps, activity),
      show: z.enum(turns).or(z.literal('all')).catch('all').parse(req.query.show),
      lms: lmsName(text, platform?.product),
      rosterFailed,
      links,
    }),
  );
}

/** How long a teacher waits for the LMS's list; after that she sees the list as it was, and it is refreshed meanwhile. */
const patienceMs = 3000;

async function rosterWasRead(deps: OverviewDeps, course: Stored<Course, 'school'>): Promise<boolean> {
  const reading = readRoster(deps, course).then(
    () => true,
    (error: unknown) => {
      if (!isProblem(error)) throw error;
      deps.rosterFailed({ course: course.id, code: error.code });
      // Somebody launched while we were writing: the next look reads again.
      return error.code === 'store/conflict';
    },
  );
  const patience = new Promise<boolean>((resolve) => setTimeout(resolve, patienceMs, true).unref());
  return Promise.race([reading, patience]);
}
