import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { sampleCases } from '../../store/collections.js';
import { audit, change, put, type Store } from '../../store/port.js';
import { getCase, type SampleAddress } from './get-case.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface FollowUpToKeep extends SampleAddress {
  text: string;
  /** The day of the reminder, `yyyy-mm-dd`. */
  remindOn: string;
  by: string;
}

/** Keeps what is to be done about a case, and when to look again. Only after a second judgement: before it there is nothing to follow up. */
export async function keepFollowUp({ store, now }: Deps, input: FollowUpToKeep): Promise<void> {
  const { school, id, text, remindOn, by } = input;
  const found = await getCase(store, input);
  if (!found.second) throw new Problem('sample/not-judged', { case: id });
  const at = now().toISOString();
  const followUp = { text, by, at };
  await store.commit([
    change(sampleCases, found, { followUp, remindOn }),
    audit(school, {
      ...{ at, actor: by, action: 'sample/follow-up', object: `sampleCases/${id}` },
      after: contentHash([followUp, remindOn]),
    }),
  ]);
}

/** The follow-up was done: no reminder any more. Saying it twice changes nothing. */
export async function finishFollowUp({ store, now }: Deps, input: SampleAddress & { by: string }): Promise<void> {
  const { school, id, by } = input;
  const { remindOn: _gone, school: _school, id: _id, version, ...found } = await getCase(store, input);
  if (!found.followUp) throw new Problem('request/not-found', { case: id });
  if (found.followUp.doneAt !== undefined) return;
  const at = now().toISOString();
  const followUp = { ...found.followUp, doneBy: by, doneAt: at };
  await store.commit([
    put(sampleCases, { school, id }, { ...found, followUp }, version),
    audit(school, { at, actor: by, action: 'sample/follow-up-done', object: `sampleCases/${id}` }),
  ]);
}
