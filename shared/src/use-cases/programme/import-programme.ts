import type {
  ProgrammeContent,
  ProgrammeSubtask,
  ProgrammeTarget,
  ProgrammeUnit,
} from '../../domain/programme/programme-records.js';
import type { Clock } from '../../ports/clock.js';
import { programmeEditions, programmeSubtasks, programmeTargets, programmeUnits } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { change, put, type Collection, type Store, type Write } from '../../store/port.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface EditionToImport {
  /** The day SLO published it. */
  edition: string;
  content: ProgrammeContent;
}

export interface ImportedCounts {
  units: number;
  subtasks: number;
  targets: number;
}

export type ProgrammeImport =
  | { kind: 'imported'; added: ImportedCounts; whole: ImportedCounts }
  | { kind: 'unchanged'; whole: ImportedCounts }
  /** The edition has these with other content: an edition never changes, so nothing was stored. */
  | { kind: 'refused'; differing: readonly string[] };

/**
 * Adds what was read to an edition, beside every other one: all of it or nothing, in one commit. The same again changes nothing.
 */
export async function importProgramme(deps: Deps, input: EditionToImport): Promise<ProgrammeImport> {
  return decideAgain(() => importOnce(deps, input));
}

async function importOnce({ store, now }: Deps, { edition, content }: EditionToImport): Promise<ProgrammeImport> {
  const plans = {
    units: await planOf(store, programmeUnits, edition, content.units),
    subtasks: await planOf(store, programmeSubtasks, edition, content.subtasks),
    targets: await planOf(store, programmeTargets, edition, content.targets),
  };
  const all = [plans.units, plans.subtasks, plans.targets];
  const differing = all.flatMap((plan) => plan.differing);
  if (differing.length > 0) return { kind: 'refused', differing };
  const count = (of: 'added' | 'whole'): ImportedCounts => ({
    units: plans.units[of],
    subtasks: plans.subtasks[of],
    targets: plans.targets[of],
  });
  const writes = all.flatMap((plan) => plan.writes);
  if (writes.length === 0) return { kind: 'unchanged', whole: count('whole') };
  const before = await store.get(programmeEditions, { id: edition });
  const record = { importedAt: now().toISOString(), ...count('whole') };
  await store.commit([
    before ? change(programmeEditions, before, record) : put(programmeEditions, { id: edition }, record, 0),
    ...writes,
  ]);
  return { kind: 'imported', added: count('added'), whole: count('whole') };
}

/** Where an entity of an edition is kept: SLO's uuid is its key. */
export function editionKey(edition: string, sloId: string): { id: string } {
  return { id: `${edition}.${sloId}` };
}

type Entity = ProgrammeUnit | ProgrammeSubtask | ProgrammeTarget;

interface Plan {
  writes: readonly Write[];
  added: number;
  /** Of the edition, once it is stored. */
  whole: number;
  differing: readonly string[];
}

async function planOf<T extends Entity, I extends string>(
  store: Store,
  collection: Collection<T, I, 'installation'>,
  edition: string,
  entities: readonly Omit<T, 'edition'>[],
): Promise<Plan> {
  const stored = new Map<string, string>();
  // Each of these collections is indexed by edition; the compiler can't see that of all of them at once.
  for await (const { id, version: _version, ...entity } of store.each(collection, { where: { edition } as never }))
    stored.set(id, fingerprint(entity));
  const writes: Write[] = [];
  const differing: string[] = [];
  for (const entity of entities) {
    const value = { edition, ...entity } as unknown as T;
    const key = editionKey(edition, value.sloId);
    const before = stored.get(key.id);
    if (before === undefined) writes.push(put(collection, key, value, 0));
    else if (before !== fingerprint(value)) differing.push(value.sloId);
  }
  return { writes, added: writes.length, whole: stored.size + writes.length, differing };
}

/** The same content gives the same text, whatever the order of the fields. */
function fingerprint(entity: object): string {
  return JSON.stringify(Object.entries(entity).sort(([one], [other]) => (one < other ? -1 : 1)));
}
