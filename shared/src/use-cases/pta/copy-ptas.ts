import { aYearLater } from '../../domain/pta/next-year.js';
import type { Pta } from '../../domain/pta/pta.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { ptas } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import type { Store, Write } from '../../store/port.js';
import { planDraft } from './draft-pta.js';
import { adoptedIn, lineOf, readLine, type StoredPta } from './pta-line.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** A programme that can be copied to the year after, and whether that year has it already. */
export interface Copyable {
  pta: StoredPta;
  /** What it becomes. */
  next: Pick<Pta, 'cohort' | 'schoolYear'> & { line: string };
  exists: boolean;
}

/** What was adopted for a school year, by subject, and what becomes of it a year later. */
export async function copyablePtas(store: Store, school: string, schoolYear: string): Promise<Copyable[]> {
  const found: Copyable[] = [];
  for await (const pta of store.each(ptas, { where: { school, schoolYear, state: 'adopted' } })) {
    const later = aYearLater(pta);
    const line = lineOf(later);
    const exists = (await readLine(store, school, line)).length > 0;
    found.push({ pta, next: { cohort: later.cohort, schoolYear: later.schoolYear, line }, exists });
  }
  return found.sort((one, other) => sortKey(one).localeCompare(sortKey(other), 'nl'));
}

function sortKey({ pta: { subject, cohort, leerweg } }: Copyable): string {
  return [subject.title, cohort, leerweg].join(' ');
}

/**
 * Copies adopted programmes to the year after, as drafts for the students who came a year later, all of them or none. Where that year has one already
 * nothing changes. Answers the lines that were made.
 */
export async function copyPtas(
  deps: Deps,
  { school, actor, lines }: { school: string; actor: string; lines: readonly string[] },
): Promise<string[]> {
  return decideAgain(async () => {
    const made: string[] = [];
    const writes: Write[] = [];
    for (const from of new Set(lines)) {
      const plan = await planCopy(deps, { school, actor, from });
      if (!plan) continue;
      made.push(plan.line);
      writes.push(...plan.writes);
    }
    if (writes.length > 0) await deps.store.commit(writes);
    return made;
  });
}

async function planCopy(
  deps: Deps,
  { school, actor, from }: { school: string; actor: string; from: string },
): Promise<{ line: string; writes: Write[] } | undefined> {
  const held = adoptedIn(await readLine(deps.store, school, from));
  if (!held) throw new Problem('pta/not-found', { line: from });
  const outline = aYearLater(held);
  const line = lineOf(outline);
  if ((await readLine(deps.store, school, line)).length > 0) return undefined;
  const { writes } = await planDraft(deps, { school, actor, outline, copiedFrom: from });
  return { line, writes };
}
