import type { Work } from '../../domain/evidence/work.js';
import type { Clock } from '../../ports/clock.js';
import { works } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { change, type Store } from '../../store/port.js';
import { openWork, type WorkPlace } from './open-work.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** Ticks off a step that the student read. Ticking it again changes nothing. */
export async function markRead(deps: Deps, place: WorkPlace, step: Work['read'][number]): Promise<void> {
  await decideAgain(async () => {
    const { work } = await openWork(deps, place);
    if (work.read.includes(step)) return;
    await deps.store.commit([change(works, work, { read: [...work.read, step], savedAt: deps.now().toISOString() })]);
  });
}
