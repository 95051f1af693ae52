import type { Delivery, GradebookPayload } from '../domain/delivery/delivery.js';
import type { ReadOutcome } from '../ports/gradebook.js';
import type { FoundGrade } from './grade-verdict.js';
import type { Ending } from './held-delivery.js';
import { parked, tryLater } from './try-ending.js';

const noTrouble = { reason: undefined, detail: undefined, foundTenths: undefined };

/** It was read back. */
export function confirmed({ revision }: Delivery, payload: GradebookPayload): Ending {
  const fields = { unsure: false, confirmedRevision: revision, ...saying(payload), ...noTrouble };
  return { fields: { state: 'confirmed', ...fields } };
}

/** The platform took it and doesn't let us look: nothing more can be known, so nothing more is said. */
export function takenUnseen(payload: GradebookPayload): Ending {
  const fields = { unsure: false, ...saying(payload), ...noTrouble, reason: 'cannot-read-back' } as const;
  return { fields: { state: 'received', ...fields } };
}

/** `unsure` stays true after a put: under an overridden grade Moodle keeps ours, and shows it when the override goes. */
export function changedThere(found: FoundGrade, unsure: boolean): Ending {
  return { fields: { state: 'rejected', ...noTrouble, reason: 'changed-in-lms', foundTenths: found.value, unsure } };
}

/** A teacher gave a grade in the LMS already: that work waits there for one is news to nobody. */
export const nothingToSay: Ending = { fields: { state: 'withdrawn', unsure: false, ...noTrouble } };

/** What stands there is ours of before, so nobody changed it; it just doesn't give way. A person can try later. */
export function notTaken(found: number | undefined): Ending {
  return parked('not-taken', undefined, { unsure: true, foundTenths: found });
}

/** It couldn't be looked at now. */
export function notRead(
  moment: { now: () => Date; random: () => number },
  delivery: Delivery,
  outcome: Exclude<ReadOutcome, { kind: 'found' | 'unreadable' }>,
  fields: Partial<Delivery> = {},
): Ending {
  if (outcome.kind === 'refused') return parked(outcome.reason, outcome.detail, fields);
  return tryLater(moment, delivery, outcome, { ...fields, attempts: delivery.attempts + 1 });
}

/** What the platform knows of a remark once it took the score. */
export function saying({ remark }: GradebookPayload): Partial<Delivery> {
  return remark === '' ? {} : { saidRemark: remark };
}
