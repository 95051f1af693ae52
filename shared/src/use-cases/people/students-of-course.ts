import { displayName } from '../../domain/people/person.js';
import { enrolments, people } from '../../store/collections.js';
import type { Store } from '../../store/port.js';
import type { CalledStudent } from './called-student.js';
import { numbersOfCourse } from './course-numbers.js';

export interface StudentOfCourse extends CalledStudent {
  student: string;
}

const order = new Intl.Collator('nl');

/** The students who are in a course now, by name, and then by number. */
export async function studentsOfCourse(
  store: Store,
  { school, course }: { school: string; course: string },
): Promise<StudentOfCourse[]> {
  const numbers = await numbersOfCourse(store, { school, course });
  const found: StudentOfCourse[] = [];
  for await (const { person } of store.each(enrolments, {
    where: { school, course, role: 'student', state: 'active' },
  })) {
    const known = await store.get(people, { school, id: person });
    const name = known && displayName(known);
    found.push({ student: person, name, courseNumber: name === undefined ? numbers.get(person) : undefined });
  }
  return found.sort(byName);
}

/** Sorts by name as Dutch readers do; who has none comes after, by number. */
function byName(one: StudentOfCourse, other: StudentOfCourse): number {
  return (
    order.compare(one.name ?? '￿', other.name ?? '￿') ||
    (one.courseNumber ?? 0) - (other.courseNumber ?? 0) ||
    order.compare(one.student, other.student)
  );
}
