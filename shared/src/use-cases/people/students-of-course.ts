import { displayName } from '../../domain/people/person.js';
import { enrolments, people } from '../../store/collections.js';
import type { Store } from '../../store/port.js';

export interface StudentOfCourse {
  student: string;
  /** What the LMS shared; undefined when it shared no name. */
  name: string | undefined;
}

const order = new Intl.Collator('nl');

/** The students who are in a course now, by name. */
export async function studentsOfCourse(
  store: Store,
  { school, course }: { school: string; course: string },
): Promise<StudentOfCourse[]> {
  const found: StudentOfCourse[] = [];
  for await (const { person } of store.each(enrolments, {
    where: { school, course, role: 'student', state: 'active' },
  })) {
    const known = await store.get(people, { school, id: person });
    found.push({ student: person, name: known && displayName(known) });
  }
  return found.sort(
    (one, other) => order.compare(one.name ?? '￿', other.name ?? '￿') || order.compare(one.student, other.student),
  );
}
