import type { Delivery, GradebookPayload } from '../domain/delivery/delivery.js';
import type { Gradebook, GradebookColumn, PutOutcome, Score } from '../ports/gradebook.js';
import { secondBeyond } from './backoff.js';
import { columnOf, type GradebookAddress } from './gradebook-address.js';
import { changedThere, confirmed, nothingToSay, notRead, notTaken, saying, takenUnseen } from './grade-endings.js';
import { judgeAfterPut, judgeBeforePut } from './grade-verdict.js';
import { saveStep, type Ending, type Held, type LeaseDeps } from './held-delivery.js';
import { parked, tryLater } from './try-ending.js';

export interface GradeDeps extends LeaseDeps {
  gradebook: Gradebook;
  random: () => number;
}

/** A delivery as it stands after the steps of a try, and what came of it. */
export interface Tried {
  held: Held;
  ending: Ending;
}

interface Sending {
  payload: GradebookPayload;
  column: GradebookColumn;
  score: Score;
}

type KnownAddress = Extract<GradebookAddress, { kind: 'known' }>;

const putsAgainstConflict = 3;
/** A platform that is out of breath for some seconds must not park a whole class. */
const triesBeforeLocked = 4;
const lookAgainMs = 5_000;

/**
 * Brings a settled grade to the gradebook of the LMS. Reads before it writes, so that a teacher's own change there stays; stores what it is about
 * to do before it does it; and says "confirmed" only of what it has read back.
 */
export async function deliverGrade(deps: GradeDeps, held: Held, payload: GradebookPayload): Promise<Tried> {
  const address = await columnOf(deps.store, held.school, payload);
  if (address.kind === 'unknown') return { held, ending: parked(address.reason) };
  const sending: Sending = { payload, column: address.column, score: scoreOf(held.delivery, payload, address) };
  const found = await deps.gradebook.read(sending.column, sending.score.subject);
  if (found.kind === 'unreadable') return putUntilTaken(deps, held, sending);
  if (found.kind !== 'found') return { held, ending: notRead(deps, held.delivery, found) };
  switch (judgeBeforePut(held.delivery, payload, found)) {
    case 'stands':
      return { held, ending: confirmed(held.delivery, payload) };
    case 'changed':
      return { held, ending: payload.handedIn ? nothingToSay : changedThere(found, held.delivery.unsure) };
    case 'earlier':
      // Taken before, looked at twice, and still not there: the LMS keeps what it has.
      if (held.delivery.state === 'received') return { held, ending: changedThere(found, true) };
      return putUntilTaken(deps, held, sending);
  }
}

function scoreOf({ saidRemark }: Delivery, payload: GradebookPayload, address: KnownAddress): Score {
  const { subject, scoredBy, submission } = address;
  return {
    subject,
    tenths: payload.tenths,
    comment: payload.remark,
    ...(scoredBy !== undefined && { scoredBy }),
    ...(payload.handedIn && { handedIn: true }),
    ...(submission && { submission }),
    ...(saidRemark !== undefined && { saidBefore: saidRemark }),
  };
}

/**
 * Puts the revision with its own time. When the platform has something of that second or later and it is an earlier revision of ours, the
 * revision gets a later time, stored first; three times at most, because a clock that is hours off would never get there.
 */
async function putUntilTaken(deps: GradeDeps, before: Held, sending: Sending): Promise<Tried> {
  const attempts = before.delivery.attempts + 1;
  let held = before;
  for (let puts = 1; ; puts += 1) {
    const revisionAt = puts === 1 ? before.delivery.revisionAt : secondBeyond(deps.now(), held.delivery.revisionAt);
    held = await saveStep(deps, held, { state: 'sent', unsure: true, attempts, revisionAt });
    const outcome = await deps.gradebook.put(sending.column, sending.score, new Date(revisionAt));
    if (outcome.kind !== 'conflict')
      return { held, ending: await afterPut(deps, before.delivery, held, sending, outcome) };
    const after = await afterConflict(deps, before.delivery, held.delivery, sending);
    if (after.kind === 'ends') return { held, ending: after.ending };
    if (puts === putsAgainstConflict) return { held, ending: notTaken(after.found) };
  }
}

/** `again`: what stands there is an earlier one of ours, so ours may go over it. */
type AfterConflict = { kind: 'ends'; ending: Ending } | { kind: 'again'; found?: number };

/** Looks at what stands there when the platform says that it has a later one. */
async function afterConflict(
  deps: GradeDeps,
  before: Delivery,
  delivery: Delivery,
  { payload, column, score }: Sending,
): Promise<AfterConflict> {
  const found = await deps.gradebook.read(column, score.subject);
  // Who can't look takes it that the one of this second is ours, if ours may have come there.
  if (found.kind === 'unreadable') return before.unsure ? ends(takenUnseen(payload)) : { kind: 'again' };
  if (found.kind !== 'found') return ends(notRead(deps, delivery, found));
  switch (judgeAfterPut(delivery, payload, found)) {
    case 'stands':
      return ends(confirmed(delivery, payload));
    case 'changed':
      return ends(changedThere(found, before.unsure));
    case 'earlier':
      return { kind: 'again', ...(found.value !== undefined && { found: found.value }) };
  }
}

function ends(ending: Ending): AfterConflict {
  return { kind: 'ends', ending };
}

async function afterPut(
  deps: GradeDeps,
  before: Delivery,
  { delivery }: Held,
  sending: Sending,
  outcome: Exclude<PutOutcome, { kind: 'conflict' }>,
): Promise<Ending> {
  switch (outcome.kind) {
    case 'received': {
      const ending = await readBack(deps, delivery, sending);
      return { ...ending, fields: { ...ending.fields, ...saying(sending.payload) } };
    }
    case 'later':
      // Not applied: what was unsure before is all that stays unsure.
      return tryLater(deps, delivery, outcome, { state: before.unsure ? 'unknown' : 'ready', unsure: before.unsure });
    case 'refused':
      return parked(outcome.reason, outcome.detail, { unsure: before.unsure });
    case 'unsure': {
      const again = outcome.reason === 'column-locked' && before.reason === 'column-locked';
      if (again && delivery.attempts >= triesBeforeLocked) return lockedOrNot(deps, delivery, sending, outcome.detail);
      return tryLater(deps, delivery, outcome, { state: 'unknown' });
    }
  }
}

/** The platform took it. Whether it stands there shows only in reading: Moodle answers 200 for a grade that the teacher overrode and keeps. */
async function readBack(deps: GradeDeps, delivery: Delivery, { payload, column, score }: Sending): Promise<Ending> {
  const found = await deps.gradebook.read(column, score.subject);
  if (found.kind === 'unreadable') return takenUnseen(payload);
  if (found.kind !== 'found') return notRead(deps, delivery, found, { state: 'received' });
  switch (judgeAfterPut(delivery, payload, found)) {
    case 'stands':
      return confirmed(delivery, payload);
    case 'changed':
      return changedThere(found, true);
    case 'earlier':
      // Some platforms show a grade a moment after they took it.
      return {
        fields: { state: 'received', reason: undefined, detail: undefined },
        dueAt: new Date(deps.now().getTime() + lookAgainMs).toISOString(),
      };
  }
}

/** Moodle answers 500 for a locked column, and for its own failures too: again and again, with the old grade still there, is a lock. */
async function lockedOrNot(
  deps: GradeDeps,
  delivery: Delivery,
  { payload, column, score }: Sending,
  detail: string,
): Promise<Ending> {
  const found = await deps.gradebook.read(column, score.subject);
  if (found.kind === 'unreadable') return parked('column-locked', detail);
  if (found.kind !== 'found') return notRead(deps, delivery, found, { state: 'unknown' });
  switch (judgeAfterPut(delivery, payload, found)) {
    case 'stands':
      return confirmed(delivery, payload);
    case 'changed':
      return changedThere(found, true);
    case 'earlier':
      return parked('column-locked', detail);
  }
}
