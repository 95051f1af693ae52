import { hasGradebookColumn } from '../../domain/activity/assignment.js';
import type { Work } from '../../domain/evidence/work.js';
import { lmsProductOf, showsWaitingWork } from '../../domain/school/lms-product.js';
import { deliveryId } from '../../outbox/delivery-id.js';
import { intendDelivery } from '../../outbox/intend.js';
import { activities, courses, deliveries, platforms } from '../../store/collections.js';
import type { Store, Stored, Write } from '../../store/port.js';

/**
 * The writes that let the gradebook of the LMS know that work waits to be judged (AGS 2.0 §3.4.8), or that it was taken back. Nothing where the gradebook
 * doesn't show it, and nothing over a number: a score without one takes a grade away (§3.4.4), and that of an attempt before stands.
 */
export async function waitingLeaves(
  store: Store,
  work: Stored<Work, 'school'>,
  waits: boolean,
  at: string,
): Promise<Write[]> {
  const { school, student } = work;
  const activity = await store.get(activities, { school, id: work.activity });
  if (!activity?.lineItem || !hasGradebookColumn(activity.counting)) return [];
  const course = await store.get(courses, { school, id: activity.course });
  const platform = course && (await store.get(platforms, { id: course.platform }));
  if (!platform || !showsWaitingWork(lmsProductOf(platform))) return [];
  const key = `${activity.id}:${student}`;
  const known = await store.get(deliveries, { school, id: deliveryId('gradebook', key) });
  if (known?.payload.target === 'gradebook' && known.payload.tenths !== null) return [];
  if (!waits && !known) return [];
  const place = { activity: activity.id, course: activity.course, student };
  return intendDelivery(store, {
    school,
    target: 'gradebook',
    key,
    activity: activity.id,
    student,
    at: new Date(at),
    payload: {
      target: 'gradebook',
      ...place,
      tenths: null,
      remark: '',
      settledBy: student,
      ...(waits && { handedIn: true }),
    },
  });
}
