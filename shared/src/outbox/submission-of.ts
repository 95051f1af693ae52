import type { Submission } from '../ports/gradebook.js';
import { evidence, handIns } from '../store/collections.js';
import type { Store } from '../store/port.js';

/** When a student's work was begun and handed in, of what was handed in last and not taken back. Begun is the first file: a draft has no beginning. */
export async function submissionOf(
  store: Store,
  school: string,
  { activity, student }: { activity: string; student: string },
): Promise<Submission | undefined> {
  let last: { work: string; handedInAt: string } | undefined;
  for await (const version of store.each(handIns, { where: { school, activity, student } }))
    if (!version.takenBackAt && version.handedInAt > (last?.handedInAt ?? '')) last = version;
  if (!last) return undefined;
  let startedAt = last.handedInAt;
  for await (const { addedAt } of store.each(evidence, { where: { school, work: last.work } }))
    if (addedAt < startedAt) startedAt = addedAt;
  return { submittedAt: last.handedInAt, ...(startedAt < last.handedInAt && { startedAt }) };
}
