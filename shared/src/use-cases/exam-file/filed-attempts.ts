import type { Activity } from '../../domain/activity/assignment.js';
import type { Work } from '../../domain/evidence/work.js';
import { gradedComponent } from '../../domain/grade/grade-key.js';
import { activities, settledGrades, works } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';
import type { StoredGrade } from '../grade/find-grades.js';
import type { ExamFileAsked } from './exam-file-asked.js';

/** What is known of one attempt: the works, possibly on several assignments, and the revisions of its grade. */
export interface FoundAttempt {
  attempt: number;
  works: { work: Stored<Work, 'school'>; activity: Stored<Activity, 'school'> }[];
  /** Oldest first. */
  revisions: StoredGrade[];
}

/** The attempts of a student, by component that counts: those with a grade, and those with only work. */
export async function filedAttempts(
  store: Store,
  { school, student, course }: ExamFileAsked,
): Promise<Map<string, FoundAttempt[]>> {
  const found = new Map<string, FoundAttempt[]>();
  for await (const grade of store.each(settledGrades, { where: { school, student } })) {
    const isAsked = course === undefined || grade.course === course;
    if (isAsked && counts(grade.component)) attemptIn(found, grade.component, grade.attempt).revisions.push(grade);
  }
  for await (const work of store.each(works, { where: { school, student } })) {
    const activity = await store.get(activities, { school, id: work.activity });
    if (!activity || (course !== undefined && activity.course !== course)) continue;
    const component = gradedComponent(activity);
    if (counts(component)) attemptIn(found, component, work.attempt).works.push({ work, activity });
  }
  for (const attempts of found.values()) {
    attempts.sort((one, other) => one.attempt - other.attempt);
    attempts.forEach(({ revisions }) => revisions.sort((one, other) => one.revision - other.revision));
  }
  return found;
}

function counts(component: string): boolean {
  return component.startsWith('pta:');
}

function attemptIn(found: Map<string, FoundAttempt[]>, component: string, attempt: number): FoundAttempt {
  const attempts = found.get(component) ?? [];
  found.set(component, attempts);
  const known = attempts.find((each) => each.attempt === attempt);
  if (known) return known;
  const begun: FoundAttempt = { attempt, works: [], revisions: [] };
  attempts.push(begun);
  return begun;
}
