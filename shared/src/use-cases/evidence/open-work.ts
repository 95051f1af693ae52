import type { Activity } from '../../domain/activity/assignment.js';
import { workId } from '../../domain/evidence/work-id.js';
import type { Work } from '../../domain/evidence/work.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { activities, works } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { put, type Store, type Stored } from '../../store/port.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** Whose work on what. Each use case of the student finds her own work by it, so that no id of a work comes from outside. */
export interface WorkPlace {
  school: string;
  activity: string;
  student: string;
}

export interface OpenedWork {
  activity: Stored<Activity, 'school'>;
  work: Stored<Work, 'school'>;
}

/** The student's work on an activity, of the newest attempt; made when she opens it for the first time. */
export async function openWork({ store, now }: Deps, place: WorkPlace): Promise<OpenedWork> {
  const { school, student } = place;
  const activity = await store.get(activities, { school, id: place.activity });
  if (!activity) throw new Problem('request/not-found', { activity: place.activity });
  const work = await decideAgain(async () => {
    const known = await newestWork(store, place);
    if (known) return known;
    const id = workId(activity.id, student, 1);
    const savedAt = now().toISOString();
    const begun = { activity: activity.id, student, attempt: 1, draft: '', versions: 0, savedAt };
    const value: Work = { ...begun, state: 'open', read: [] };
    await store.commit([put(works, { school, id }, value, 0)]);
    return { ...value, school, id, version: 1 };
  });
  return { activity, work };
}

async function newestWork(store: Store, place: WorkPlace): Promise<Stored<Work, 'school'> | undefined> {
  const { items } = await store.find(works, { where: { ...place } });
  return [...items].sort((one, other) => other.attempt - one.attempt)[0];
}
