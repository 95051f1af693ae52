import type { SettledGrade } from '../../domain/grade/settled-grade.js';
import { settledGrades } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';

export type StoredGrade = Stored<SettledGrade, 'school'>;

/** All revisions under a key, oldest first. */
export async function revisionsOf(store: Store, school: string, gradeKey: string): Promise<StoredGrade[]> {
  const found: StoredGrade[] = [];
  for await (const grade of store.each(settledGrades, { where: { school, gradeKey } })) found.push(grade);
  return found.sort((one, other) => one.revision - other.revision);
}

/** The newest revision of each key, of all given grades. */
export function newestOfEach(grades: Iterable<StoredGrade>): StoredGrade[] {
  const newest = new Map<string, StoredGrade>();
  for (const grade of grades) {
    const known = newest.get(grade.gradeKey);
    if (!known || grade.revision > known.revision) newest.set(grade.gradeKey, grade);
  }
  return [...newest.values()];
}

/** The standing grades of a student for a component, one an attempt, in order of attempts. */
export async function attemptsOf(
  store: Store,
  school: string,
  student: string,
  component: string,
): Promise<StoredGrade[]> {
  const found: StoredGrade[] = [];
  for await (const grade of store.each(settledGrades, { where: { school, student, component } })) found.push(grade);
  return newestOfEach(found).sort((one, other) => one.attempt - other.attempt);
}
