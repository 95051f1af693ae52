import { hasGradebookColumn, type Activity } from '../../domain/activity/assignment.js';
import { gradedComponent, standingGrade } from '../../domain/grade/grade-key.js';
import type { SettledGrade } from '../../domain/grade/settled-grade.js';
import { deliveryId } from '../../outbox/delivery-id.js';
import { intendDelivery } from '../../outbox/intend.js';
import { activities, deliveries, enrolments } from '../../store/collections.js';
import type { Store, Stored, Write } from '../../store/port.js';
import { attemptsOf } from './find-grades.js';

type StoredActivity = Stored<Activity, 'school'>;

/**
 * The writes that let a settled grade leave for the gradebook: to the column of every assignment of the student that counts for the same component, so
 * that one grade never shows as two. Of several attempts the one that counts goes there, with its own remark.
 */
export async function gradeLeaves(store: Store, activity: StoredActivity, grade: SettledGrade): Promise<Write[]> {
  if (!hasGradebookColumn(activity.counting)) return [];
  const attempts = await attemptsOf(store, activity.school, grade.student, grade.component);
  const others = attempts.filter(({ attempt }) => attempt !== grade.attempt);
  const stands = standingGrade([...others, grade]) ?? grade;
  const writes: Write[] = [];
  for (const place of await placesOf(store, activity, grade))
    writes.push(...(await leavesFor(store, place, stands, grade.settledAt)));
  return writes;
}

/** The assignments of this student, in any of her courses, that count for the component. */
async function placesOf(
  store: Store,
  activity: StoredActivity,
  { student, component }: SettledGrade,
): Promise<StoredActivity[]> {
  const { school } = activity;
  const found = new Map([[activity.id, activity]]);
  const where = { school, person: student, role: 'student' as const, state: 'active' as const };
  for await (const { course } of store.each(enrolments, { where })) {
    for await (const other of store.each(activities, { where: { school, course } })) {
      if (gradedComponent(other) === component) found.set(other.id, other);
    }
  }
  return [...found.values()];
}

/** A column holds numbers: a word (inhalen, vrijstelling) takes an earlier number away, and leaves an empty place empty. */
async function leavesFor(
  store: Store,
  activity: StoredActivity,
  grade: SettledGrade,
  settledAt: string,
): Promise<Write[]> {
  const { school, id, course } = activity;
  const key = `${id}:${grade.student}`;
  const tenths = grade.value.kind === 'tenths' ? grade.value.tenths : null;
  if (tenths === null && !(await store.get(deliveries, { school, id: deliveryId('gradebook', key) }))) return [];
  const { student, remark, settledBy } = grade;
  return intendDelivery(store, {
    school,
    target: 'gradebook',
    key,
    activity: id,
    student,
    at: new Date(settledAt),
    payload: { target: 'gradebook', activity: id, course, student, tenths, remark, settledBy },
  });
}
