import { createHash } from 'node:crypto';
import type { Evidence, HandIn } from '../../domain/evidence/work.js';
import { companyJudgements, handIns } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';
import { findPlacement } from '../company/company-records.js';
import { byAge, filesOfWork } from '../evidence/files-of-work.js';
import type { FiledEvidence, FiledHandIn, FiledJudgement } from './exam-file.js';
import type { FoundAttempt } from './filed-attempts.js';

export interface FiledWork {
  handIns: FiledHandIn[];
  evidence: FiledEvidence[];
  company: FiledJudgement | undefined;
}

/** The work on one assignment as the exam file keeps it. What was taken out before it was ever handed in isn't in it. */
export async function filedWork(
  store: Store,
  school: string,
  { work, activity }: FoundAttempt['works'][number],
): Promise<FiledWork> {
  const versions: Stored<HandIn, 'school'>[] = [];
  for await (const version of store.each(handIns, { where: { school, work: work.id } })) versions.push(version);
  versions.sort((one, other) => one.number - other.number);
  const handedIn = new Set(versions.flatMap(({ evidence }) => evidence));
  const { ever } = await filesOfWork(store, work);
  const shown = ever.filter(({ id, removedAt }) => removedAt === undefined || handedIn.has(id)).sort(byAge);
  return {
    handIns: versions.map(toHandIn),
    evidence: shown.map(toEvidence),
    company: await judgementOf(store, { work, activity }),
  };
}

function toHandIn({ number, handedInAt, takenBackAt, text, evidence }: HandIn): FiledHandIn {
  const textSha256 = createHash('sha256').update(text).digest('hex');
  return { number, handedInAt, ...(takenBackAt !== undefined && { takenBackAt }), textSha256, evidence };
}

function toEvidence({ id, kind, mediaType, bytes, blob, addedAt }: Stored<Evidence, 'school'>): FiledEvidence {
  // A blob is named by the SHA-256 of what it holds (blobs/port.ts).
  return { id, kind, mediaType, bytes, sha256: blob, addedAt };
}

async function judgementOf(
  store: Store,
  { work, activity }: FoundAttempt['works'][number],
): Promise<FiledJudgement | undefined> {
  const { school, student, attempt } = work;
  const where = { school, activity: activity.id, student, state: 'done' as const };
  const { items } = await store.find(companyJudgements, { where });
  const judgement = items.find((each) => each.attempt === attempt);
  if (!judgement) return undefined;
  const placement = await findPlacement(store, { school, activity: activity.id, student });
  return {
    ...(placement && { company: placement.companyName }),
    ...(judgement.doneAt !== undefined && { doneAt: judgement.doneAt }),
    levels: activity.rubric.map(({ title }, index) => ({ criterion: title, level: judgement.levels[index] ?? null })),
    remark: judgement.remark,
  };
}
