import {
  deliveryStates,
  type Delivery,
  type DeliveryReason,
  type DeliveryTarget,
} from '../../domain/delivery/delivery.js';
import { retryDelivery } from '../../outbox/retry.js';
import { activities, courses, deliveries } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';

/** `waits`: it is tried again by itself. `stuck`: nothing happens until a person does something. */
export type OpenStanding = 'waits' | 'stuck';

/** Deliveries that are open for the same reason, of one activity: what one person can mend at once. */
export interface OpenGroup {
  target: DeliveryTarget;
  standing: OpenStanding;
  reason: DeliveryReason | undefined;
  activity: { id: string; title: string; course: string } | undefined;
  count: number;
  /** When the oldest of them came into this state. */
  since: string;
}

/** Which group a person means. */
export interface GroupChoice {
  school: string;
  target: DeliveryTarget;
  reason: DeliveryReason;
  activity?: string | undefined;
}

/** Whether a delivery is still open, and then for whom the next step is. Undefined when it arrived, or was withdrawn. */
export function openStanding({ target, state, reason }: Delivery): OpenStanding | undefined {
  switch (state) {
    case 'parked':
    case 'rejected':
      return 'stuck';
    case 'unknown':
      // A gradebook can be read to find out; a mail server can't, so a person decides whether the mail goes again.
      return target === 'mail' ? 'stuck' : 'waits';
    case 'ready':
    case 'sent':
      return 'waits';
    case 'received':
      // A mail that was taken is done. A grade is looked at again, unless the platform shows none.
      return target === 'mail' || reason === 'cannot-read-back' ? undefined : 'waits';
    case 'registered':
    case 'confirmed':
    case 'withdrawn':
      return undefined;
  }
}

/** Everything of a school that left and hasn't arrived, in groups without people: stuck first, the largest first. */
export async function openDeliveries(store: Store, school: string): Promise<OpenGroup[]> {
  const groups = new Map<string, OpenGroup>();
  for await (const delivery of openOf(store, school)) {
    const standing = openStanding(delivery);
    if (!standing) continue;
    const { target, reason, activity, stateAt } = delivery;
    const key = JSON.stringify([target, standing, reason, activity]);
    const group = groups.get(key);
    if (!group) {
      const about = await activityOf(store, school, activity);
      groups.set(key, { target, standing, reason, activity: about, count: 1, since: stateAt });
    } else {
      group.count += 1;
      if (stateAt < group.since) group.since = stateAt;
    }
  }
  return [...groups.values()].sort(
    (one, other) => Number(other.standing === 'stuck') - Number(one.standing === 'stuck') || other.count - one.count,
  );
}

/** Tries everything of a group again, and says how many. What changed in the meantime is left alone. */
export async function retryGroup(
  deps: { store: Store; now: () => Date },
  { school, target, reason, activity, by }: GroupChoice & { by: string },
): Promise<number> {
  const chosen: string[] = [];
  for await (const delivery of openOf(deps.store, school)) {
    const meant = delivery.target === target && delivery.reason === reason && delivery.activity === activity;
    if (meant && openStanding(delivery)) chosen.push(delivery.id);
  }
  let retried = 0;
  for (const delivery of chosen) if (await retryDelivery(deps, { school, delivery, by })) retried += 1;
  return retried;
}

const openStates = deliveryStates.filter((state) => !['registered', 'confirmed', 'withdrawn'].includes(state));

async function* openOf(store: Store, school: string): AsyncGenerator<Stored<Delivery, 'school'>> {
  for (const state of openStates) yield* store.each(deliveries, { where: { school, state } });
}

async function activityOf(store: Store, school: string, id: string | undefined): Promise<OpenGroup['activity']> {
  if (id === undefined) return undefined;
  const activity = await store.get(activities, { school, id });
  const course = activity && (await store.get(courses, { school, id: activity.course }));
  return { id, title: activity?.title ?? '', course: course?.title ?? '' };
}
