import { displayName } from '../../domain/people/person.js';
import { people } from '../../store/collections.js';
import type { Store } from '../../store/port.js';
import { findCourseNumber } from './course-numbers.js';

/** What a student is called: the name, or the number in the course where the LMS shares no names. */
export interface CalledStudent {
  name: string | undefined;
  courseNumber: number | undefined;
}

/** Reads what to call a student; outside a course somebody without a name has no number. */
export async function calledStudent(
  store: Store,
  { school, course, student }: { school: string; course: string | undefined; student: string },
): Promise<CalledStudent> {
  const known = await store.get(people, { school, id: student });
  const name = known && displayName(known);
  if (name !== undefined || course === undefined) return { name, courseNumber: undefined };
  return { name, courseNumber: await findCourseNumber(store, { school, course, person: student }) };
}
