import { moments as every, momentsOf, type Moment } from '../../domain/assessment/moment.js';
import type { Clock } from '../../ports/clock.js';
import { contentHash } from '../../store/audit.js';
import { activities } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, type Store } from '../../store/port.js';
import { getActivity } from '../company/company-records.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** Sets when an activity is assessed; the end is always one of them. What was said at a moment that goes is kept, and shown again when it comes back. */
export async function chooseMoments(
  { store, now }: Deps,
  input: { school: string; activity: string; moments: readonly Moment[]; by: string },
): Promise<void> {
  await decideAgain(async () => {
    const activity = await getActivity(store, input.school, input.activity);
    const before = momentsOf(activity);
    const moments = every.filter((moment) => moment === 'end' || input.moments.includes(moment));
    if (before.join() === moments.join()) return;
    await store.commit([
      change(activities, activity, { moments }),
      audit(input.school, {
        at: now().toISOString(),
        actor: input.by,
        action: 'assessment/moments',
        object: `activities/${activity.id}`,
        before: contentHash(before),
        after: contentHash(moments),
      }),
    ]);
  });
}
