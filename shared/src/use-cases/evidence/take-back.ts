import type { Clock } from '../../ports/clock.js';
import { contentHash } from '../../store/audit.js';
import { handIns, works } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, type Store } from '../../store/port.js';
import { waitingLeaves } from '../grade/waiting-leaves.js';
import { handInId } from './hand-in-id.js';
import { openWork, type WorkPlace } from './open-work.js';
import { insistMay } from './work-standing.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** Takes the work back to change it, until somebody has judged it. The version stays, marked as taken back. */
export async function takeBack(deps: Deps, place: WorkPlace): Promise<void> {
  await decideAgain(() => takeBackOnce(deps, place));
}

async function takeBackOnce(deps: Deps, place: WorkPlace): Promise<void> {
  const { store } = deps;
  const { work } = await openWork(deps, place);
  if (work.state === 'open') return;
  await insistMay(store, 'take-back', work);
  const { school } = work;
  const at = deps.now().toISOString();
  const version = await store.get(handIns, { school, id: handInId(work.id, work.versions) });
  await store.commit([
    change(works, work, { state: 'open', savedAt: at }),
    ...(version ? [change(handIns, version, { takenBackAt: at })] : []),
    ...(await waitingLeaves(store, work, false, at)),
    audit(school, {
      at,
      actor: work.student,
      action: 'work/taken-back',
      object: `works/${work.id}`,
      before: contentHash(work.state),
      after: contentHash('open'),
    }),
  ]);
}
