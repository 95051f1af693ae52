import type { Pta } from '../../domain/pta/pta.js';
import { complaintAboutOutline, sameOutline, type PtaOutline } from '../../domain/pta/pta-outline.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { ptas } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, put, type Store, type Write } from '../../store/port.js';
import { insistGradesKept } from './grades-of-component.js';
import { adoptedIn, draftIn, lineOf, outlineOf, readLine, versionId, versionOf, type StoredPta } from './pta-line.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface Draft {
  school: string;
  actor: string;
  outline: PtaOutline;
  /** The line whose components it begins with. */
  copiedFrom?: string;
}

export interface Drafted {
  id: string;
  line: string;
  number: number;
  /** `unchanged`: this is already in the draft, or, without a draft, in the adopted version. */
  outcome: 'made' | 'changed' | 'unchanged';
}

/**
 * Makes the next version of a programme, or changes the one being worked on: what was proposed is a draft again then. The same content again changes nothing.
 */
export async function draftPta(deps: Deps, draft: Draft): Promise<Drafted> {
  return decideAgain(async () => {
    const { drafted, writes } = await planDraft(deps, draft);
    if (writes.length > 0) await deps.store.commit(writes);
    return drafted;
  });
}

export interface DraftPlan {
  drafted: Drafted;
  writes: Write[];
  /** The version as it will stand, and the stored version it was decided on: 0 when it isn't stored yet. */
  value: Pta;
  seen: number;
  /** The version that stood when this was decided. */
  standing: StoredPta | undefined;
}

/** What drafting would write, and what would come of it. */
export async function planDraft(deps: Deps, draft: Draft): Promise<DraftPlan> {
  const { school, actor, outline } = draft;
  const wrong = complaintAboutOutline(outline);
  if (wrong) throw new Problem('request/bad-input', { complaint: wrong.complaint, component: wrong.component });
  const line = lineOf(outline);
  const versions = await readLine(deps.store, school, line);
  const [open, adopted] = [draftIn(versions), adoptedIn(versions)];
  const standing = open ?? adopted;
  if (standing && sameOutline(standing, outline)) {
    const drafted: Drafted = { id: standing.id, line, number: standing.number, outcome: 'unchanged' };
    return { drafted, writes: [], value: versionOf(standing), seen: standing.version, standing };
  }
  if (adopted) await insistGradesKept(deps.store, school, adopted, outline);
  const at = deps.now().toISOString();
  const number = open?.number ?? (versions.at(-1)?.number ?? 0) + 1;
  const id = versionId(line, number);
  const copiedFrom = draft.copiedFrom ?? open?.copiedFrom;
  const made = { line, number, state: 'draft', madeBy: actor, madeAt: at } as const;
  const value: Pta = { ...outlineOf(outline), ...made, ...(copiedFrom !== undefined && { copiedFrom }) };
  const seen = open?.version ?? 0;
  const fact = {
    at,
    actor,
    action: 'pta/drafted',
    object: `ptas/${id}`,
    ...(open && { before: contentHash(outlineOf(open)) }),
    after: contentHash(outlineOf(outline)),
  };
  const drafted: Drafted = { id, line, number, outcome: open ? 'changed' : 'made' };
  return { drafted, writes: [put(ptas, { school, id }, value, seen), audit(school, fact)], value, seen, standing };
}
