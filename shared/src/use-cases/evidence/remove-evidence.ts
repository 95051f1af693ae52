import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { evidence, works } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, type Store } from '../../store/port.js';
import { openWork, type WorkPlace } from './open-work.js';
import { insistMay } from './work-standing.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** Takes a file out of the student's own work. Versions that hold it keep it. Taking it out again changes nothing. */
export async function removeEvidence(deps: Deps, place: WorkPlace, id: string): Promise<void> {
  await decideAgain(async () => {
    const { work } = await openWork(deps, place);
    const file = await deps.store.get(evidence, { school: place.school, id });
    if (file?.work !== work.id) throw new Problem('request/not-found', { evidence: id });
    if (file.removedAt !== undefined) return;
    await insistMay(deps.store, 'remove-file', work);
    const at = deps.now().toISOString();
    await deps.store.commit([
      change(evidence, file, { removedAt: at }),
      // The work changes with it: a version handed in at the same moment then holds what the student saw.
      change(works, work, { savedAt: at }),
      audit(work.school, { at, actor: work.student, action: 'evidence/removed', object: `evidence/${id}` }),
    ]);
  });
}
