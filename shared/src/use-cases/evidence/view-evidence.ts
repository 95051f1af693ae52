import { maySeeEvidence, type Visitor } from '../../domain/access/may-see-evidence.js';
import type { Evidence } from '../../domain/evidence/work.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { activities, auditEntries, evidence, handIns } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, type Store, type Stored } from '../../store/port.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface EvidenceAsked {
  school: string;
  id: string;
  visitor: Visitor;
}

/** The file, when this visitor may see it; for anybody else it doesn't exist. */
export async function getEvidence(
  store: Store,
  { school, id, visitor }: EvidenceAsked,
): Promise<Stored<Evidence, 'school'>> {
  const file = await store.get(evidence, { school, id });
  const activity = file && (await store.get(activities, { school, id: file.activity }));
  if (!activity) throw new Problem('request/not-found', { evidence: id });
  const removed = file.removedAt !== undefined;
  const handedIn = removed && (await isInVersion(store, file));
  const place = { student: file.student, course: activity.course, removed, handedIn };
  if (!maySeeEvidence(visitor, place)) throw new Problem('request/not-found', { evidence: id });
  return file;
}

async function isInVersion(store: Store, file: Stored<Evidence, 'school'>): Promise<boolean> {
  for await (const version of store.each(handIns, { where: { school: file.school, work: file.work } })) {
    if (version.evidence.includes(file.id)) return true;
  }
  return false;
}

export interface EvidenceView {
  school: string;
  evidence: string;
  /** Person id, or `company:…`. */
  actor: string;
  /** A player asks for the rest of a video in parts: one look, many requests. */
  continued: boolean;
}

const oneLookMs = 60 * 60_000;

/** Records that somebody looks at an original. To be called before any byte of it goes out. */
export async function recordView(deps: Deps, view: EvidenceView): Promise<void> {
  const object = `evidence/${view.evidence}`;
  const at = deps.now();
  if (view.continued && (await sawJustNow(deps.store, view, object, at))) return;
  const fact = { at: at.toISOString(), actor: view.actor, action: 'evidence/viewed', object };
  await decideAgain(() => deps.store.commit([audit(view.school, fact)]));
}

async function sawJustNow(store: Store, { school, actor }: EvidenceView, object: string, at: Date): Promise<boolean> {
  const { items } = await store.find(auditEntries, {
    where: { school, object, actor },
    sort: { field: 'sequence', descending: true },
    limit: 5,
  });
  return items.some((entry) => entry.action === 'evidence/viewed' && at.getTime() - Date.parse(entry.at) < oneLookMs);
}
