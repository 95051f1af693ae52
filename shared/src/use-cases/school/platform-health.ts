import type { DeliveryState } from '../../domain/delivery/delivery.js';
import { courses, deliveries } from '../../store/collections.js';
import type { Store } from '../../store/port.js';

/** How the work of a platform goes: courses known, grades on their way, grades that need a person. */
export interface PlatformHealth {
  courses: number;
  waiting: number;
  stuck: number;
}

/** States of a grade that needs nobody: it is on its way. */
export const waitingStates: readonly DeliveryState[] = ['ready', 'sent', 'received', 'registered', 'unknown'];
/** States of a grade that needs a person. */
export const stuckStates: readonly DeliveryState[] = ['rejected', 'parked'];

/** The health of each platform of a school, by platform id. */
export async function platformHealth(store: Store, school: string): Promise<ReadonlyMap<string, PlatformHealth>> {
  const health = new Map<string, PlatformHealth>();
  const platformOf = new Map<string, string>();
  for await (const { id, platform } of store.each(courses, { where: { school } })) {
    platformOf.set(id, platform);
    entry(health, platform).courses += 1;
  }
  for (const state of waitingStates) {
    for await (const course of coursesOf(store, school, state)) entry(health, platformOf.get(course)).waiting += 1;
  }
  for (const state of stuckStates) {
    for await (const course of coursesOf(store, school, state)) entry(health, platformOf.get(course)).stuck += 1;
  }
  return health;
}

function entry(health: Map<string, PlatformHealth>, platform = ''): PlatformHealth {
  const known = health.get(platform) ?? { courses: 0, waiting: 0, stuck: 0 };
  health.set(platform, known);
  return known;
}

async function* coursesOf(store: Store, school: string, state: DeliveryState): AsyncIterable<string> {
  for await (const { payload } of store.each(deliveries, { where: { school, target: 'gradebook', state } })) {
    if (payload.target === 'gradebook') yield payload.course;
  }
}
