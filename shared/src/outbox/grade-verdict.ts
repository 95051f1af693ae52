import type { Delivery, GradebookPayload } from '../domain/delivery/delivery.js';
import type { ReadOutcome } from '../ports/gradebook.js';

export type FoundGrade = Extract<ReadOutcome, { kind: 'found' }>;

/** Before the first revision nothing may stand in the LMS. */
export const nothingYet: readonly null[] = [null];

/**
 * What the grade that stands in the LMS says about ours: `stands` ours is there; `earlier` what an earlier revision of ours left, so ours may
 * go over it; `changed` somebody else put it there, and it stays.
 */
export type Verdict = 'stands' | 'earlier' | 'changed';

/** Judges what was read after our revision was put. */
export function judgeAfterPut(delivery: Delivery, payload: GradebookPayload, found: FoundGrade): Verdict {
  if (sameTenths(found.value ?? null, payload.tenths)) return 'stands';
  return isEarlier(delivery, found) ? 'earlier' : 'changed';
}

/**
 * Judges what was read before our revision is put. An equal grade only counts as ours when a request of ours may have been applied, and when it
 * couldn't stand there from before: with only a new remark the number tells nothing, so the remark has to.
 */
export function judgeBeforePut(delivery: Delivery, payload: GradebookPayload, found: FoundGrade): Verdict {
  const verdict = judgeAfterPut(delivery, payload, found);
  if (verdict !== 'stands') return verdict;
  const tells = !isEarlier(delivery, found) || (found.comment ?? '') === payload.remark;
  return delivery.unsure && tells ? 'stands' : 'earlier';
}

function isEarlier(delivery: Delivery, found: FoundGrade): boolean {
  return (delivery.earlierTenths ?? nothingYet).some((tenths) => sameTenths(found.value ?? null, tenths));
}

/** A platform keeps a limited number of decimals (Moodle five), so equal is equal to a thousandth of a tenth. */
function sameTenths(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(one - other) < 0.001;
}
