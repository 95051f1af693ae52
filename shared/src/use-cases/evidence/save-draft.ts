import type { Clock } from '../../ports/clock.js';
import { works } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { change, type Store } from '../../store/port.js';
import { openWork, type WorkPlace } from './open-work.js';
import { insistMay } from './work-standing.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** Keeps what the student typed. The same text again changes nothing. */
export async function saveDraft(deps: Deps, place: WorkPlace, text: string): Promise<{ savedAt: string }> {
  return decideAgain(async () => {
    const { work } = await openWork(deps, place);
    if (work.draft === text) return { savedAt: work.savedAt };
    await insistMay(deps.store, 'write', work);
    const savedAt = deps.now().toISOString();
    await deps.store.commit([change(works, work, { draft: text, savedAt })]);
    return { savedAt };
  });
}
