import type { Activity } from '../../domain/activity/assignment.js';
import { kindOf } from '../../domain/activity/kind-of.js';
import { careerKinds, type CareerKind } from '../../domain/lob/career-entry.js';
import { careerEntries, placements } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';
import { entryOfActivity, type NewEntry } from './keep-entry.js';

/** What an activity already knows of an entry. */
export type Begun = Pick<NewEntry, 'kind' | 'title' | 'place' | 'isAssignment'>;

/** How a student's entry of an activity begins, and the entry itself when she began it before. */
export async function beginningOf(
  store: Store,
  activity: Stored<Activity, 'school'>,
  student: string,
): Promise<{ entry: string | undefined; begun: Begun }> {
  const { school, id, title } = activity;
  const [entry, placed] = await Promise.all([
    store.get(careerEntries, { school, id: entryOfActivity(id, student) }),
    store.find(placements, { where: { school, activity: id, student }, limit: 1 }),
  ]);
  const kind = kindOf(activity);
  return {
    entry: entry && !entry.withdrawnAt ? entry.id : undefined,
    begun: {
      kind: careerKinds.find((each): each is CareerKind => each === kind) ?? 'other',
      title,
      place: placed.items[0]?.companyName ?? '',
      isAssignment: kind === 'careerAssignment',
    },
  };
}
