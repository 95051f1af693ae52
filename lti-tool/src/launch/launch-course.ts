import type { Course } from '@buitenboord/shared/domain/activity/assignment.js';
import type { CourseRole } from '@buitenboord/shared/domain/people/person.js';
import { naturalId } from '@buitenboord/shared/ids.js';
import { courses, enrolments } from '@buitenboord/shared/store/collections.js';
import { change, put, type Store, type Write } from '@buitenboord/shared/store/port.js';
import { originOfCourse } from '@buitenboord/shared/use-cases/notices/receive-notice.js';
import type { Launch } from '../lti/launch.js';
import { historyOf } from './launch-history.js';

export interface LaunchedCourse {
  id: string;
  writes: Write[];
}

/** The course of a launch, as the LMS describes it now; undefined for a launch from outside a course. */
export async function courseOfLaunch(store: Store, launch: Launch): Promise<LaunchedCourse | undefined> {
  if (!launch.context) return undefined;
  const { school, platform, deployment, context } = launch;
  const id = naturalId('course', platform, context.id);
  const known = await store.get(courses, { school, id });
  const copiedFrom = known ? known.copiedFrom : await originalOf(store, launch, context.id);
  const told = {
    platform,
    deployment,
    context: context.id,
    title: (context.title ?? known?.title ?? '').slice(0, 500),
    label: (context.label ?? known?.label ?? '').slice(0, 255),
    membershipsUrl: launch.membershipsUrl ?? known?.membershipsUrl,
    lineItemsUrl: launch.gradebook?.lineItems ?? known?.lineItemsUrl,
    scopes: [...(launch.gradebook?.scopes ?? known?.scopes ?? [])].slice(0, 20),
    ...(copiedFrom !== undefined && { copiedFrom }),
  } satisfies Partial<Course>;
  if (!known) return { id, writes: [put(courses, { school, id }, told, 0)] };
  const same = (Object.keys(told) as (keyof typeof told)[]).every(
    (field) => JSON.stringify(known[field]) === JSON.stringify(told[field]),
  );
  return { id, writes: same ? [] : [change(courses, known, told)] };
}

/** The nearest course that this one was copied from and that we know, by a notice of the platform or by what the launch says: nothing in it moves along, least of all people and grades. */
async function originalOf(
  store: Store,
  { school, platform, custom }: Launch,
  context: string,
): Promise<string | undefined> {
  return originOfCourse(store, { school, platform, context, history: historyOf(custom).contexts });
}

const seenAgainMs = 24 * 60 * 60_000;

/** The place of this person in the course. Written when something changed, and once a day. */
export async function enrolmentOfLaunch(
  store: Store,
  launch: Launch,
  who: { course: string; person: string; at: string },
): Promise<Write[]> {
  const role = roleIn(launch.roles);
  if (!role) return [];
  const { school, subject } = launch;
  const { course, person, at } = who;
  const id = naturalId('enrolment', course, person);
  const known = await store.get(enrolments, { school, id });
  const told = { course, person, subject, role, state: 'active' as const, seenAt: at };
  if (!known) return [put(enrolments, { school, id }, told, 0)];
  const same = known.role === role && known.state === 'active' && known.subject === subject;
  if (same && Date.parse(at) - Date.parse(known.seenAt) < seenAgainMs) return [];
  return [change(enrolments, known, told)];
}

/** Who teaches a course isn't judged in it. */
function roleIn(roles: readonly CourseRole[]): CourseRole | undefined {
  return roles.includes('teacher') ? 'teacher' : roles[0];
}
