import type { DeliveryReason, GradebookPayload } from '../domain/delivery/delivery.js';
import type { GradebookColumn, Submission } from '../ports/gradebook.js';
import { activities, courses, enrolments } from '../store/collections.js';
import type { Store } from '../store/port.js';
import { submissionOf } from './submission-of.js';

export type GradebookAddress =
  | { kind: 'known'; column: GradebookColumn; subject: string; scoredBy?: string; submission?: Submission }
  | { kind: 'unknown'; reason: DeliveryReason };

type Addressed = Pick<GradebookPayload, 'activity' | 'student' | 'settledBy' | 'handedIn'>;

/** Where a student's grade for an activity goes in the LMS, looked up at the moment of sending: a column may have come since. */
export async function columnOf(store: Store, school: string, grade: Addressed): Promise<GradebookAddress> {
  const activity = await store.get(activities, { school, id: grade.activity });
  const course = activity && (await store.get(courses, { school, id: activity.course }));
  if (!course || activity.lineItem === undefined) return { kind: 'unknown', reason: 'no-column' };
  const subject = await subjectOf(store, school, activity.course, grade.student);
  if (subject === undefined) return { kind: 'unknown', reason: 'student-left' };
  const scoredBy = grade.handedIn ? undefined : await subjectOf(store, school, activity.course, grade.settledBy);
  const submission = await submissionOf(store, school, grade);
  const { platform, deployment, scopes } = course;
  return {
    kind: 'known',
    column: { school, platform, deployment, lineItem: activity.lineItem, ...(scopes.length > 0 && { scopes }) },
    subject,
    ...(scoredBy !== undefined && { scoredBy }),
    ...(submission && { submission }),
  };
}

/** Also of somebody who left: Moodle leaves suspended students out of the roster and still takes their grade (recording `extra-scores`). */
async function subjectOf(store: Store, school: string, course: string, person: string): Promise<string | undefined> {
  const { items } = await store.find(enrolments, { where: { school, course, person } });
  return (items.find((enrolment) => enrolment.state === 'active') ?? items[0])?.subject;
}
