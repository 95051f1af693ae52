import { naturalId } from '../../ids.js';
import { courseNumbers } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { put, type Store } from '../../store/port.js';

interface CourseAddress {
  school: string;
  course: string;
}

/**
 * The numbers by which students are called whose names the LMS doesn't share: "Leerling 7". Who has none yet gets the next one, and keeps it.
 * A number never means somebody else, also not after its student left or got a name.
 */
export async function numberStudents(
  store: Store,
  { school, course }: CourseAddress,
  students: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (students.length === 0) return new Map();
  return decideAgain(async () => {
    const known = await numbersOfCourse(store, { school, course });
    const highest = Math.max(0, ...known.values());
    const fresh = students
      .filter((student) => !known.has(student))
      .map((person, index) => ({ course, person, number: highest + index + 1 }));
    if (fresh.length > 0) {
      // The number is in the id: of two pages that give the next one at once, one decides again.
      const idOf = (number: number) => naturalId('course-number', course, String(number));
      await store.commit(fresh.map((value) => put(courseNumbers, { school, id: idOf(value.number) }, value, 0)));
    }
    return new Map([...known, ...fresh.map(({ person, number }) => [person, number] as const)]);
  });
}

/** The number of one student, when there is one. Changes nothing. */
export async function findCourseNumber(
  store: Store,
  { school, course, person }: CourseAddress & { person: string },
): Promise<number | undefined> {
  return (await numbersOfCourse(store, { school, course })).get(person);
}

/** The numbers of a course by student, as far as they were given. Changes nothing. */
export async function numbersOfCourse(
  store: Store,
  { school, course }: CourseAddress,
): Promise<ReadonlyMap<string, number>> {
  const known = new Map<string, number>();
  for await (const { person, number } of store.each(courseNumbers, { where: { school, course } })) {
    known.set(person, Math.min(number, known.get(person) ?? number));
  }
  return known;
}
