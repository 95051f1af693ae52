import type { Pta } from '../../domain/pta/pta.js';
import { dutchDay, isFixed } from '../../domain/pta/school-year.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { ptas } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, put, type Store, type Write } from '../../store/port.js';
import { insistGradesKept } from './grades-of-component.js';
import { adoptedIn, outlineOf, readLine, versionOf, type StoredPta } from './pta-line.js';

interface Deps {
  store: Store;
  now: Clock;
}

export type Amendment = NonNullable<Pta['amendment']>;

export interface Adoption {
  school: string;
  actor: string;
  /** The version to adopt. */
  id: string;
  /** The stored version of the draft that the person saw: what changed meanwhile isn't adopted unseen. */
  seen?: number;
  /** Needed when an adopted programme changes on or after 1 October of its school year. */
  amendment?: Amendment;
}

/**
 * Adopts a version: from now on it never changes. The version that held until now is amended by it in the same commit. What was never proposed is
 * proposed by the same person at the same moment: the steps stay, and both are in the record.
 */
export async function adoptPta(deps: Deps, adoption: Adoption): Promise<void> {
  const { store } = deps;
  const { school, id } = adoption;
  await decideAgain(async () => {
    const draft = await store.get(ptas, { school, id });
    if (!draft) throw new Problem('pta/not-found', { id });
    if (draft.state !== 'draft' && draft.state !== 'proposed')
      throw new Problem('pta/immutable', { id, state: draft.state });
    if (adoption.seen !== undefined && adoption.seen !== draft.version)
      throw new Problem('list/changed-meanwhile', { id });
    await store.commit(await planAdoption(deps, adoption, versionOf(draft), draft.version));
  });
}

/** What adopting writes: the version itself, the one it follows, and both facts. `seen` is the stored version, 0 when it isn't stored yet. */
export async function planAdoption(
  deps: Deps,
  { school, actor, id, amendment }: Adoption,
  draft: Pta,
  seen: number,
): Promise<Write[]> {
  const now = deps.now();
  const at = now.toISOString();
  const before = adoptedIn(await readLine(deps.store, school, draft.line));
  if (before) await insistMayFollow(deps.store, school, before, draft, amendment, dutchDay(now));
  const isProposed = draft.state === 'proposed';
  const adopted: Pta = {
    ...draft,
    ...(!isProposed && { proposedBy: actor, proposedAt: at }),
    state: 'adopted',
    adoptedBy: actor,
    adoptedAt: at,
    ...(before && amendment && { amendment }),
  };
  return [
    ...(before ? amending(school, before, actor, at) : []),
    put(ptas, { school, id }, adopted, seen),
    ...(isProposed ? [] : [audit(school, { at, actor, action: 'pta/proposed', object: `ptas/${id}` })]),
    audit(school, { at, actor, action: 'pta/adopted', object: `ptas/${id}`, after: contentHash(outlineOf(draft)) }),
  ];
}

async function insistMayFollow(
  store: Store,
  school: string,
  before: StoredPta,
  draft: Pta,
  amendment: Amendment | undefined,
  today: string,
): Promise<void> {
  await insistGradesKept(store, school, before, draft);
  if (!isFixed(before.schoolYear, today)) return;
  // The examination committee advises first, so the advice can't be of a later day.
  if (!amendment || amendment.advisedOn > today) throw new Problem('pta/amendment-needs-reason', { line: before.line });
}

function amending(school: string, before: StoredPta, actor: string, at: string): Write[] {
  const fact = { at, actor, action: 'pta/amended', object: `ptas/${before.id}` };
  return [change(ptas, before, { state: 'amended' }), audit(school, fact)];
}
