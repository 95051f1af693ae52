import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Gradebook } from '@buitenboord/shared/ports/gradebook.js';
import { anOutbox, type OutboxStage } from '../../support/outbox.js';

let stage: OutboxStage;
beforeEach(async () => {
  stage = await anOutbox();
});
afterEach(() => stage.store.close());

/** An LMS that takes scores and lets nobody look. */
const unseen = (): Gradebook => ({
  put: (column, score, at) => stage.gradebook.put(column, score, at),
  read: () => Promise.resolve({ kind: 'unreadable', detail: 'no scope' }),
});
const rounds = async (most = 12) => {
  for (let n = 0; n < most && (await stage.open()) > 0; n += 1) {
    await stage.round({ gradebook: unseen() });
    stage.clock.advance(16 * 60_000);
  }
};
const cannotRead = { state: 'received', reason: 'cannot-read-back', unsure: false };

describe('a gradebook that shows nothing back', () => {
  it('gets each revision once, and nothing is said to stand there', async () => {
    await stage.settle(74);
    await rounds();
    expect(await stage.grade()).toMatchObject(cannotRead);
    expect(stage.gradebook.standing(stage.subject)).toBe(74);
    await stage.settle(80);
    await rounds();
    expect(stage.gradebook.applied.map(({ tenths }) => tenths)).toEqual([74, 80]);
    expect(await stage.grade()).toMatchObject({ ...cannotRead, revision: 2, confirmedRevision: 0 });
  });

  it('gets it once, too, when its answer is lost: of the same second it takes no second one', async () => {
    stage.gradebook.faults.push('lost-reply');
    await stage.settle(74);
    await rounds();
    expect(await stage.grade()).toMatchObject(cannotRead);
    expect(stage.gradebook.applied).toHaveLength(1);
    expect(stage.gradebook.requests.put).toBe(2);
  });

  it('gets it with a later moment when it had something later that can’t be ours', async () => {
    stage.gradebook.teacherPuts(stage.subject, null);
    stage.gradebook.teacherLetsGo(stage.subject);
    await stage.settle(74);
    await rounds();
    expect(await stage.grade()).toMatchObject(cannotRead);
    expect(stage.gradebook.requests.put).toBe(2);
  });

  it('is asked for a person when it fails again and again', async () => {
    stage.gradebook.locked = true;
    await stage.settle(74);
    await rounds();
    expect(await stage.grade()).toMatchObject({ state: 'parked', reason: 'column-locked' });
    expect(await stage.open()).toBe(0);
  });
});
