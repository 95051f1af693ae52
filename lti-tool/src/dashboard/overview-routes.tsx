import { z } from 'zod';
import type { Course } from '@buitenboord/shared/domain/activity/assignment.js';
import { turnOf } from '@buitenboord/shared/domain/activity/standing.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { RosterWish } from '@buitenboord/shared/domain/people/roster-due.js';
import { problemCodes } from '@buitenboord/shared/problem.js';
import { courses, platforms } from '@buitenboord/shared/store/collections.js';
import type { Store, Stored } from '@buitenboord/shared/store/port.js';
import { classOverview } from '@buitenboord/shared/use-cases/overview/class-overview.js';
import { withoutReflection } from '@buitenboord/shared/use-cases/lob/find-career-of-activity.js';
import { findComponent } from '@buitenboord/shared/use-cases/pta/find-adopted-pta.js';
import type { RosterReader } from '@buitenboord/shared/use-cases/roster/roster-reader.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { dueFollowUps } from '@buitenboord/shared/use-cases/quality-sample/due-follow-ups.js';
import { firstPage } from '../web/first-page.js';
import { activityOf, courseOf } from '../web/of-visit.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { staffLinks } from '../web/staff-links.js';
import { lmsName } from './lms-name.js';
import { OverviewPage, turns, type OverviewPageProps } from './overview-page.js';

export interface OverviewDeps {
  store: Store;
  rosterReader: RosterReader;
  now: Clock;
  /** A mistake of ours while the class list was read in passing: for the log. */
  report: (error: unknown) => void;
}

type StoredCourse = Stored<Course, 'school'>;

/** Where each visitor begins, and the class of the teacher. */
export function overviewRoutes(deps: OverviewDeps): VisitRoute[] {
  return [
    { method: 'get', path: '/', may: ['visitor'], handle: (exchange) => begin(exchange) },
    { method: 'get', path: '/overview', may: ['teacher'], handle: (exchange) => show(deps, exchange) },
    { method: 'post', path: '/roster', may: ['teacher'], handle: (exchange) => updateRoster(deps, exchange) },
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
  await refreshRoster(deps, visit, await courseOf(store, visit));
  const course = await courseOf(store, visit);
  const { counting } = activity;
  const component =
    counting.kind === 'pta' ? await findComponent(store, visit.school, counting.line, counting.code) : undefined;
  const platform = await store.get(platforms, { id: visit.platform });
  const links = [
    { href: url('/companies'), words: text('overview.companies') },
    { href: url('/plans'), words: text('plans.link') },
    { href: url('/take-over'), words: text('overview.takeOver') },
    { href: url('/counting'), words: text('overview.counting') },
    ...staffLinks(exchange),
  ];
  const rows = await classOverview(deps, activity);
  const settled = rows.filter(({ standing }) => turnOf(standing) === 'done');
  page(
    OverviewPage({
      text,
      url,
      formToken,
      course: course.title,
      activity,
      weight: component?.component.weight,
      rows,
      unreflected: await withoutReflection(store, activity, settled),
      show: z.enum(turns).or(z.literal('all')).catch('all').parse(req.query.show),
      lms: lmsName(text, platform),
      roster: course,
      failure: failureFor(course, text),
      copyOf: course.cohort === undefined ? await originalTitle(store, course) : undefined,
      dueSamples: await dueFollowUps(deps, { school: visit.school, course: course.id }),
      links,
    }),
  );
}

async function originalTitle(store: Store, { school, copiedFrom }: StoredCourse): Promise<string | undefined> {
  return copiedFrom && (await store.get(courses, { school, id: copiedFrom }))?.title;
}

/** How long a teacher waits for a list that was never read; every other time she sees it as it was, and it is refreshed meanwhile. */
const patienceMs = 3000;

async function refreshRoster(deps: OverviewDeps, visit: VisitExchange['visit'], course: StoredCourse): Promise<void> {
  const reading = readRoster(deps, visit, 'when-stale').catch((error: unknown) => deps.report(error));
  if (course.rosterReadAt === undefined) await withPatience(reading, patienceMs);
}

/** The button: all of the list, now. A list that takes longer than a person waits is there at the next look. */
async function updateRoster(deps: OverviewDeps, { res, visit, url }: VisitExchange): Promise<void> {
  await withPatience(readRoster(deps, visit, 'now'), 5 * patienceMs);
  res.redirect(303, url('/overview'));
}

async function readRoster(
  { store, rosterReader }: OverviewDeps,
  visit: VisitExchange['visit'],
  wish: RosterWish,
): Promise<void> {
  const { school, link } = visit;
  const { id: course } = await courseOf(store, visit);
  await rosterReader.read({ school, course, wish, ...(link && { resourceLink: link.id }) });
}

function withPatience(work: Promise<void>, ms: number): Promise<void> {
  return Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, ms).unref())]);
}

/** In the reader's words, chosen by the code that the use case kept. */
function failureFor({ rosterFailure: failure }: Course, text: Text): OverviewPageProps['failure'] {
  const code = problemCodes.find((each) => each === failure?.code);
  return failure && code && { ...failure, why: text(`problem.${code}`) };
}
