import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { ptas } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, put, type Store, type Write } from '../../store/port.js';
import { outlineOf, versionOf, type StoredPta } from './pta-line.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface Proposal {
  school: string;
  actor: string;
  id: string;
  /** The stored version that the person saw: what changed meanwhile isn't proposed unseen. */
  seen?: number;
}

/** Lays a draft before who decides. Proposing it twice changes nothing; refuses what holds or held with `pta/immutable`. */
export async function proposePta({ store, now }: Deps, { school, actor, id, seen }: Proposal): Promise<void> {
  await decideAgain(async () => {
    const draft = await versionOfSchool(store, school, id);
    if (draft.state === 'proposed') return;
    if (draft.state !== 'draft') throw new Problem('pta/immutable', { id, state: draft.state });
    if (seen !== undefined && seen !== draft.version) throw new Problem('list/changed-meanwhile', { id });
    const at = now().toISOString();
    const fact = { at, actor, action: 'pta/proposed', object: `ptas/${id}`, after: contentHash(outlineOf(draft)) };
    await store.commit([
      change(ptas, draft, { state: 'proposed', proposedBy: actor, proposedAt: at }),
      audit(school, fact),
    ]);
  });
}

/** Takes a proposal back to work on it. Problem `pta/not-proposed` for what isn't one. */
export async function takeBackPta({ store, now }: Deps, { school, actor, id }: Proposal): Promise<void> {
  await decideAgain(async () => {
    const proposed = await versionOfSchool(store, school, id);
    if (proposed.state !== 'proposed') throw new Problem('pta/not-proposed', { id, state: proposed.state });
    const fact = { at: now().toISOString(), actor, action: 'pta/taken-back', object: `ptas/${id}` };
    await store.commit([asDraft(school, proposed), audit(school, fact)]);
  });
}

function asDraft(school: string, proposed: StoredPta): Write {
  const { proposedBy: _by, proposedAt: _at, ...draft } = versionOf(proposed);
  return put(ptas, { school, id: proposed.id }, { ...draft, state: 'draft' }, proposed.version);
}

async function versionOfSchool(store: Store, school: string, id: string): Promise<StoredPta> {
  const found = await store.get(ptas, { school, id });
  if (!found) throw new Problem('pta/not-found', { id });
  return found;
}
