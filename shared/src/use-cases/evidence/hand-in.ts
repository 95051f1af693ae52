import type { HandIn } from '../../domain/evidence/work.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { handIns, works } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, put, type Store } from '../../store/port.js';
import { waitingLeaves } from '../grade/waiting-leaves.js';
import { filesOfWork } from './files-of-work.js';
import { handInId } from './hand-in-id.js';
import { openWork, type WorkPlace } from './open-work.js';
import { insistMay } from './work-standing.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** Hands the work in as it is: a new version that stays whatever happens after. Pressing twice makes one version. */
export async function handIn(deps: Deps, place: WorkPlace): Promise<{ number: number }> {
  return decideAgain(() => handInOnce(deps, place));
}

async function handInOnce(deps: Deps, place: WorkPlace): Promise<{ number: number }> {
  const { store } = deps;
  const { work } = await openWork(deps, place);
  if (work.state === 'handedIn') return { number: work.versions };
  await insistMay(store, 'hand-in', work);
  const { present } = await filesOfWork(store, work);
  if (present.length === 0 && work.draft.trim() === '')
    throw new Problem('evidence/nothing-to-hand-in', { work: work.id });
  const { school, activity, student } = work;
  const handedInAt = deps.now().toISOString();
  const number = work.versions + 1;
  const files = present.map(({ id }) => id);
  const version: HandIn = { work: work.id, activity, student, number, text: work.draft, evidence: files, handedInAt };
  const id = handInId(work.id, number);
  await store.commit([
    put(handIns, { school, id }, version, 0),
    change(works, work, { state: 'handedIn', versions: number, handedInAt, savedAt: handedInAt }),
    ...(await waitingLeaves(store, work, true, handedInAt)),
    audit(school, {
      at: handedInAt,
      actor: student,
      action: 'work/handed-in',
      object: `handIns/${id}`,
      after: contentHash(version),
    }),
  ]);
  return { number };
}
