import type { Course } from '../../domain/activity/assignment.js';
import type { StudentElective } from '../../domain/coverage/subtask-coverage.js';
import { activities, studentElectives } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';

export type StoredChoice = Stored<StudentElective, 'school'>;

/** The electives that the assignments of a course belong to: everybody in the course follows them, unless a teacher said otherwise. */
export async function electivesOfAssignments(
  store: Store,
  { school, id }: Pick<Stored<Course, 'school'>, 'school' | 'id'>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for await (const { elective } of store.each(activities, { where: { school, course: id } }))
    if (elective) found.add(elective);
  return found;
}

/** What teachers said of a student's electives. */
export async function choicesOfStudent(store: Store, school: string, student: string): Promise<StoredChoice[]> {
  const found: StoredChoice[] = [];
  for await (const choice of store.each(studentElectives, { where: { school, student } })) found.push(choice);
  return found;
}

/** Whether a student follows an elective: what a teacher said goes before what the course's assignments say. */
export function follows(choice: Pick<StudentElective, 'state'> | undefined, inCourse: boolean): boolean {
  return choice ? choice.state !== 'dropped' : inCourse;
}
