import { displayName } from '../../domain/people/person.js';
import { people } from '../../store/collections.js';
import type { Store } from '../../store/port.js';
import { findCourseNumber } from '../people/course-numbers.js';

/** What a student of a case is called: the name, or the number in the course where the LMS shares no names. */
export interface CalledStudent {
  name: string | undefined;
  courseNumber: number | undefined;
}

/** Reads what to call the student whose grade this is. */
export async function calledStudent(
  store: Store,
  { school, course, student }: { school: string; course: string; student: string },
): Promise<CalledStudent> {
  const known = await store.get(people, { school, id: student });
  const name = known && displayName(known);
  if (name !== undefined) return { name, courseNumber: undefined };
  return { name, courseNumber: await findCourseNumber(store, { school, course, person: student }) };
}
