import type { Delivery } from '../../domain/delivery/delivery.js';
import { courses, deliveries, enrolments, visits } from '../../store/collections.js';
import type { Store } from '../../store/port.js';
import { stuckStates, waitingStates } from './platform-health.js';

/** How one course of a platform stands with its LMS. */
export interface CourseStanding {
  id: string;
  title: string;
  /** When the list of participants was read last; undefined when it never was. */
  rosterReadAt?: string;
  /** Why it couldn't be read when it was last tried. */
  rosterFailure?: { code: string; at: string };
  /** The LMS gives no list of participants for this course. */
  withoutRoster: boolean;
  /** Grades on their way. */
  waiting: number;
  /** Grades that need a person, for whatever reason. */
  stuck: number;
  /** Of those, for a column that is locked. */
  locked: number;
}

/** What hangs on a platform: what would be without it. */
export interface PlatformConsequences {
  courses: number;
  students: number;
  /** Grades that didn't arrive yet. */
  openDeliveries: number;
}

/** The courses of a platform, those with trouble first, then by title. */
export async function coursesOfPlatform(store: Store, school: string, platform: string): Promise<CourseStanding[]> {
  const standings = new Map<string, CourseStanding>();
  for await (const course of store.each(courses, { where: { school, platform } })) {
    const { id, title, label, rosterReadAt, rosterFailure, membershipsUrl } = course;
    standings.set(id, {
      id,
      title: title || label || course.context,
      ...(rosterReadAt !== undefined && { rosterReadAt }),
      ...(rosterFailure && { rosterFailure }),
      withoutRoster: membershipsUrl === undefined,
      waiting: 0,
      stuck: 0,
      locked: 0,
    });
  }
  for await (const { payload, state, reason } of openGrades(store, school)) {
    const standing = payload.target === 'gradebook' ? standings.get(payload.course) : undefined;
    if (!standing) continue;
    if (waitingStates.includes(state)) standing.waiting += 1;
    else standing.stuck += 1;
    if (reason === 'column-locked') standing.locked += 1;
  }
  return [...standings.values()].sort(
    (one, other) => other.stuck - one.stuck || one.title.localeCompare(other.title, 'nl'),
  );
}

/** What would be without this platform. */
export async function consequencesOfEnding(
  store: Store,
  school: string,
  platform: string,
): Promise<PlatformConsequences> {
  const known = await coursesOfPlatform(store, school, platform);
  const students = new Set<string>();
  for (const { id } of known) {
    const where = { school, course: id, role: 'student', state: 'active' } as const;
    for await (const { person } of store.each(enrolments, { where })) students.add(person);
  }
  const openDeliveries = known.reduce((sum, { waiting, stuck }) => sum + waiting + stuck, 0);
  return { courses: known.length, students: students.size, openDeliveries };
}

/** When somebody last came in through a platform; undefined when nobody did, or too long ago to know. */
export async function lastLaunchThrough(store: Store, school: string, platform: string): Promise<string | undefined> {
  // Every visit lives equally long, so that the last to end was the last to begin.
  const sort = { field: 'expiresAt', descending: true } as const;
  const { items } = await store.find(visits, { where: { school, platform }, sort, limit: 1 });
  return items[0]?.openedAt;
}

async function* openGrades(store: Store, school: string): AsyncIterable<Delivery> {
  for (const state of [...waitingStates, ...stuckStates])
    yield* store.each(deliveries, { where: { school, target: 'gradebook', state } });
}
