import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { acceptFound, parkDelivery, retryDelivery, sendAgain } from '@buitenboord/shared/outbox/retry.js';
import type { Gradebook } from '@buitenboord/shared/ports/gradebook.js';
import { anOutbox, type OutboxStage } from '../../support/outbox.js';

describe('what a teacher can do about a grade that did not arrive', () => {
  let stage: OutboxStage;
  beforeEach(async () => {
    stage = await anOutbox();
    // An LMS that keeps no override of its own: nobody but us protects the teacher's grade.
    stage.gradebook.overrides = false;
  });
  afterEach(() => stage.store.close());

  const choice = async () => ({ school: stage.at.school, delivery: (await stage.grade()).id, by: stage.at.teacher });
  const later = () => stage.clock.advance(60_000);
  async function changedInTheLms(): Promise<void> {
    await stage.settle(74);
    await stage.round();
    later();
    stage.gradebook.teacherPuts(stage.subject, 60);
    later();
    await stage.settle(80);
    await stage.round();
    expect(await stage.grade()).toMatchObject({ state: 'rejected', foundTenths: 60 });
    later();
  }

  it('leaves what stands in the LMS, and the next grade may go over it', async () => {
    await changedInTheLms();
    expect(await acceptFound(stage.deps, await choice())).toBe(true);
    expect(await acceptFound(stage.deps, await choice())).toBe(false);
    await stage.rounds();
    expect(await stage.grade()).toMatchObject({ state: 'withdrawn', reason: 'changed-in-lms' });
    expect(stage.gradebook.standing(stage.subject)).toBe(60);
    await stage.settle(85);
    await stage.round();
    expect(await stage.grade()).toMatchObject({ state: 'confirmed', confirmedRevision: 3 });
    expect(await stage.facts()).toEqual([
      'delivery/confirmed',
      'delivery/rejected',
      'delivery/withdrawn',
      'delivery/confirmed',
    ]);
  });

  it('sends ours over it', async () => {
    await changedInTheLms();
    expect(await sendAgain(stage.deps, await choice())).toBe(true);
    expect(await sendAgain(stage.deps, await choice())).toBe(false);
    await stage.round();
    expect(await stage.grade()).toMatchObject({ state: 'confirmed', revision: 3 });
    expect(stage.gradebook.standing(stage.subject)).toBe(80);
  });

  it('sends ours over what she saw and over nothing newer', async () => {
    await changedInTheLms();
    await sendAgain(stage.deps, await choice());
    stage.gradebook.teacherPuts(stage.subject, 65);
    await stage.round();
    expect(await stage.grade()).toMatchObject({ state: 'rejected', foundTenths: 65 });
    expect(stage.gradebook.standing(stage.subject)).toBe(65);
  });

  it('settles a new grade over what she saw', async () => {
    await changedInTheLms();
    await stage.settle(90, { overwriteFound: true });
    await stage.round();
    expect(stage.gradebook.standing(stage.subject)).toBe(90);
  });

  it('settles a new grade that still stops at what stands there, when she didn’t choose', async () => {
    await changedInTheLms();
    await stage.settle(90);
    await stage.round();
    expect(await stage.grade()).toMatchObject({ state: 'rejected', foundTenths: 60 });
  });

  it('says honestly that Moodle keeps an override, also after sending again', async () => {
    stage.gradebook.overrides = true;
    await changedInTheLms();
    await sendAgain(stage.deps, await choice());
    await stage.rounds();
    expect(await stage.grade()).toMatchObject({ state: 'rejected', reason: 'changed-in-lms', foundTenths: 60 });
  });

  it('tries a parked grade again with its own time', async () => {
    stage.gradebook.locked = true;
    await stage.settle(74);
    await stage.rounds();
    const { revisionAt } = await stage.grade();
    stage.gradebook.locked = false;
    expect(await retryDelivery(stage.deps, await choice())).toBe(true);
    await stage.round();
    expect(await stage.grade()).toMatchObject({ state: 'confirmed', revisionAt, revision: 1 });
    expect(await retryDelivery(stage.deps, await choice())).toBe(false);
  });

  it('tries a grade again that was given up after a week, for another week', async () => {
    await stage.settle(74);
    stage.gradebook.faults.push('down');
    stage.clock.advance(8 * 86_400_000);
    await stage.round();
    expect(await stage.grade()).toMatchObject({ state: 'parked', reason: 'gave-up' });
    await retryDelivery(stage.deps, await choice());
    stage.gradebook.faults.push('down');
    await stage.round();
    expect(await stage.grade()).toMatchObject({ state: 'ready', reason: 'platform-down' });
    await stage.rounds();
    expect(await stage.grade()).toMatchObject({ state: 'confirmed' });
  });

  it('puts a waiting grade aside, also while a worker holds it', async () => {
    await stage.settle(74);
    const gradebook: Gradebook = {
      put: (...args) => stage.gradebook.put(...args),
      async read(...args) {
        await parkDelivery(stage.deps, { ...(await choice()), reason: 'gave-up' });
        return stage.gradebook.read(...args);
      },
    };
    await stage.round({ gradebook });
    expect(await stage.grade()).toMatchObject({ state: 'parked', reason: 'gave-up' });
    expect(stage.gradebook.requests.put).toBe(0);
    expect(await stage.open()).toBe(0);
  });

  it('is refused for a delivery of another school', async () => {
    await stage.settle(74);
    const elsewhere = { ...(await choice()), school: 'another' };
    await expect(retryDelivery(stage.deps, elsewhere)).rejects.toMatchObject({ code: 'request/not-found' });
  });
});
