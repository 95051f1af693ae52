import type { PtaOutline } from '../../domain/pta/pta-outline.js';
import type { Clock } from '../../ports/clock.js';
import { isProblem } from '../../problem.js';
import { decideAgain } from '../../store/decide-again.js';
import type { Store, Write } from '../../store/port.js';
import { planAdoption, type Amendment } from './adopt-pta.js';
import { planDraft, type Drafted } from './draft-pta.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface PtaImport {
  school: string;
  actor: string;
  outlines: readonly PtaOutline[];
  /** Adopt what was read at once, instead of leaving drafts. */
  adopt: boolean;
  amendment?: Amendment;
}

export interface Imported extends Drafted {
  outline: PtaOutline;
  adopted: boolean;
}

/** Stores the programmes of a file in one commit: all of them, or none. The same file again changes nothing. */
export async function importPtas(deps: Deps, input: PtaImport): Promise<Imported[]> {
  return decideAgain(async () => {
    const { imported, writes } = await planImport(deps, input);
    if (writes.length > 0) await deps.store.commit(writes);
    return imported;
  });
}

/** What would come of one programme of a file; `refused` names the component whose grades stand in the way. */
export type Previewed = { outline: PtaOutline } & (
  { outcome: Drafted['outcome'] } | { outcome: 'refused'; component: string }
);

/** What importing would do, without doing it: every programme, also where one is refused. */
export async function previewPtas(deps: Deps, input: PtaImport): Promise<Previewed[]> {
  const found: Previewed[] = [];
  for (const outline of input.outlines) found.push(await previewOne(deps, input, outline));
  return found;
}

async function previewOne(deps: Deps, input: PtaImport, outline: PtaOutline): Promise<Previewed> {
  try {
    const { imported } = await planOne(deps, input, outline);
    return { outline, outcome: imported.outcome };
  } catch (error) {
    if (!isProblem(error, 'pta/component-has-grades')) throw error;
    return { outline, outcome: 'refused', component: String(error.facts.component) };
  }
}

async function planImport(deps: Deps, input: PtaImport): Promise<{ imported: Imported[]; writes: Write[] }> {
  const imported: Imported[] = [];
  const writes: Write[] = [];
  for (const outline of input.outlines) {
    const plan = await planOne(deps, input, outline);
    imported.push(plan.imported);
    writes.push(...plan.writes);
  }
  return { imported, writes };
}

async function planOne(
  deps: Deps,
  { school, actor, adopt, amendment }: PtaImport,
  outline: PtaOutline,
): Promise<{ imported: Imported; writes: Write[] }> {
  const { drafted, writes, value, seen } = await planDraft(deps, { school, actor, outline });
  if (!adopt || value.state === 'adopted') return { imported: { ...drafted, outline, adopted: false }, writes };
  const adoption = { school, actor, id: drafted.id, ...(amendment && { amendment }) };
  // One put instead of two: a draft that is adopted in the same commit was never there on its own.
  return { imported: { ...drafted, outline, adopted: true }, writes: await planAdoption(deps, adoption, value, seen) };
}
