import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { activities } from '@buitenboord/shared/store/collections.js';
import { change } from '@buitenboord/shared/store/port.js';
import { anOutbox, type OutboxStage } from '../../support/outbox.js';

describe('a settled grade on its way to the LMS', () => {
  let stage: OutboxStage;
  beforeEach(async () => {
    stage = await anOutbox();
  });
  afterEach(() => stage.store.close());

  it('is confirmed once it has been read back, with one request to write', async () => {
    await stage.settle(74, { remark: 'Recht gelast' });
    expect(await stage.round()).toEqual({ tried: 1, delivered: 1 });
    expect(await stage.grade()).toMatchObject({ state: 'confirmed', confirmedRevision: 1, unsure: false, revision: 1 });
    expect(stage.gradebook.applied).toEqual([expect.objectContaining({ subject: stage.subject, tenths: 74 })]);
    expect(await stage.open()).toBe(0);
    expect(await stage.facts()).toEqual(['delivery/confirmed']);
  });

  it('does not leave again when the same grade is settled again', async () => {
    await stage.settle(74);
    await stage.settle(74);
    await stage.round();
    await stage.settle(74);
    expect(await stage.open()).toBe(0);
    expect((await stage.grade()).revision).toBe(1);
  });

  it('follows itself within the same second, and the newest stands there', async () => {
    await stage.settle(74);
    await stage.round();
    await stage.settle(80);
    await stage.round();
    expect(stage.gradebook.standing(stage.subject)).toBe(80);
    expect(await stage.grade()).toMatchObject({ state: 'confirmed', confirmedRevision: 2 });
  });

  it('can be taken away', async () => {
    await stage.settle(74);
    await stage.round();
    await stage.settle(null);
    await stage.round();
    expect(stage.gradebook.standing(stage.subject)).toBeNull();
    expect(await stage.grade()).toMatchObject({ state: 'confirmed', confirmedRevision: 2 });
  });

  it('is not sent twice when the answer was lost after it was taken', async () => {
    stage.gradebook.faults.push(undefined, 'lost-reply');
    await stage.settle(74);
    await stage.round();
    expect(await stage.grade()).toMatchObject({ state: 'unknown', unsure: true, reason: 'platform-down' });
    await stage.rounds();
    expect(await stage.grade()).toMatchObject({ state: 'confirmed' });
    expect(stage.gradebook.requests.put).toBe(1);
  });

  it('is sent again with the same time when the request was lost', async () => {
    stage.gradebook.faults.push(undefined, 'lost-request');
    await stage.settle(74);
    const { revisionAt } = await stage.grade();
    await stage.rounds();
    expect(stage.gradebook.applied).toEqual([
      { subject: stage.subject, tenths: 74, second: Math.floor(Date.parse(revisionAt) / 1000) },
    ]);
  });

  it('is not overtaken by an older revision that arrives late', async () => {
    stage.gradebook.faults.push(undefined, 'later');
    await stage.settle(74);
    await stage.round();
    await stage.settle(80);
    await stage.rounds();
    stage.gradebook.arriveLate();
    expect(stage.gradebook.standing(stage.subject)).toBe(80);
    expect(await stage.grade()).toMatchObject({ state: 'confirmed', confirmedRevision: 2 });
  });

  it('goes over an older revision that arrived before it', async () => {
    stage.gradebook.faults.push(undefined, 'later');
    await stage.settle(74);
    await stage.round();
    await stage.settle(80);
    stage.gradebook.arriveLate();
    await stage.rounds();
    expect(stage.gradebook.standing(stage.subject)).toBe(80);
    expect(await stage.grade()).toMatchObject({ state: 'confirmed' });
  });

  it('brings a new remark also when the number stays and the answer is lost', async () => {
    await stage.settle(74, { remark: 'Goed' });
    await stage.round();
    stage.gradebook.faults.push(undefined, 'lost-request');
    await stage.settle(74, { remark: 'Heel goed' });
    await stage.rounds();
    expect(stage.gradebook.applied).toHaveLength(2);
    expect(await stage.grade()).toMatchObject({ state: 'confirmed', confirmedRevision: 2 });
  });

  describe('when the teacher works in the LMS too', () => {
    it('leaves a grade alone that stood there before ours', async () => {
      stage.gradebook.teacherPuts(stage.subject, 60);
      stage.clock.advance(5_000);
      await stage.settle(74);
      await stage.round();
      expect(await stage.grade()).toMatchObject({ state: 'rejected', reason: 'changed-in-lms', foundTenths: 60 });
      expect(stage.gradebook.requests.put).toBe(0);
      expect(await stage.facts()).toEqual(['delivery/rejected']);
    });

    it('leaves her change of ours alone', async () => {
      await stage.settle(74);
      await stage.round();
      stage.clock.advance(60_000);
      stage.gradebook.teacherPuts(stage.subject, 60);
      stage.clock.advance(60_000);
      await stage.settle(80);
      await stage.round();
      expect(await stage.grade()).toMatchObject({ state: 'rejected', foundTenths: 60, confirmedRevision: 1 });
      expect(stage.gradebook.standing(stage.subject)).toBe(60);
    });

    it('leaves it alone too when she took ours away', async () => {
      await stage.settle(74);
      await stage.round();
      stage.gradebook.teacherPuts(stage.subject, null);
      stage.clock.advance(60_000);
      await stage.settle(80);
      await stage.round();
      const grade = await stage.grade();
      expect(grade).toMatchObject({ state: 'rejected', reason: 'changed-in-lms' });
      expect(grade.foundTenths).toBeUndefined();
    });

    it('shows what stands there when Moodle takes ours and keeps an override of the same number', async () => {
      await stage.settle(74);
      await stage.round();
      stage.gradebook.teacherPuts(stage.subject, 74);
      stage.clock.advance(60_000);
      await stage.settle(80);
      await stage.round();
      expect(await stage.grade()).toMatchObject({ state: 'received' });
      await stage.rounds();
      expect(await stage.grade()).toMatchObject({ state: 'rejected', reason: 'changed-in-lms', foundTenths: 74 });
      expect(stage.gradebook.requests.put).toBe(2);
    });

    it('takes her own equal grade for what it is: ours stands there', async () => {
      stage.gradebook.teacherPuts(stage.subject, 74);
      stage.clock.advance(60_000);
      await stage.settle(74);
      await stage.round();
      expect(await stage.grade()).toMatchObject({ state: 'confirmed' });
    });

    it('reads 7,45 typed in the LMS as another grade', async () => {
      stage.gradebook.teacherPuts(stage.subject, 74.5);
      stage.clock.advance(60_000);
      await stage.settle(74);
      await stage.round();
      expect(await stage.grade()).toMatchObject({ state: 'rejected', foundTenths: 74.5 });
    });
  });

  describe('when the LMS has something of the same second or later', () => {
    it('moves the revision a second beyond now when it is an own one that stands there', async () => {
      await stage.settle(74);
      await stage.round();
      stage.clock.advance(60_000);
      await stage.settle(80);
      stage.clock.advance(60_000);
      // The teacher put a grade over ours and took it away again: only the time is left of it.
      stage.gradebook.teacherPuts(stage.subject, 60);
      stage.gradebook.teacherLetsGo(stage.subject);
      await stage.round();
      expect(await stage.grade()).toMatchObject({
        state: 'confirmed',
        confirmedRevision: 2,
        revisionAt: '2026-06-10T10:02:01.250Z',
      });
      expect(stage.gradebook.requests.put).toBe(3);
    });

    it('stops after three tries and says that ours wasn’t taken, and not that somebody changed it', async () => {
      await stage.settle(74);
      await stage.round();
      stage.clock.advance(3_600_000);
      stage.gradebook.teacherPuts(stage.subject, 74);
      stage.clock.advance(-3_500_000);
      await stage.settle(80);
      await stage.round();
      expect(await stage.grade()).toMatchObject({ state: 'parked', reason: 'not-taken', foundTenths: 74 });
      expect(stage.gradebook.requests.put).toBe(4);
    });

    it('is confirmed when it turns out to be ours', async () => {
      // Both the answer and the reading after it get lost: the try after that meets its own grade.
      stage.gradebook.showsComments = false;
      await stage.settle(74, { remark: 'Goed' });
      await stage.round();
      stage.gradebook.faults.push(undefined, 'lost-reply');
      await stage.settle(74, { remark: 'Beter' });
      await stage.rounds();
      expect(await stage.grade()).toMatchObject({ state: 'confirmed', confirmedRevision: 2 });
      expect(stage.gradebook.applied).toHaveLength(2);
    });
  });

  describe('when the LMS cannot take it', () => {
    it('waits as long as the LMS asks', async () => {
      stage.gradebook.faults.push(undefined, 'slow-down');
      await stage.settle(74);
      await stage.round();
      expect(await stage.grade()).toMatchObject({ state: 'ready', reason: 'platform-slow-down', unsure: false });
      stage.clock.advance(59_000);
      expect(await stage.round()).toEqual({ tried: 0, delivered: 0 });
      stage.clock.advance(10_000);
      expect(await stage.round()).toEqual({ tried: 1, delivered: 1 });
    });

    it('says that a column is locked after four failures with the old grade in place, and not before', async () => {
      stage.gradebook.locked = true;
      await stage.settle(74);
      await stage.round();
      expect(await stage.grade()).toMatchObject({ state: 'unknown' });
      await stage.rounds();
      expect(await stage.grade()).toMatchObject({ state: 'parked', reason: 'column-locked' });
      expect(stage.gradebook.requests.put).toBe(4);
    });

    it('does not take one failure of the LMS for a lock', async () => {
      stage.gradebook.faults.push(undefined, 'server-error');
      await stage.settle(74);
      await stage.rounds();
      expect(await stage.grade()).toMatchObject({ state: 'confirmed' });
    });

    it('parks with the reason when the student left', async () => {
      stage.gradebook.unenrol(stage.subject);
      await stage.settle(74);
      await stage.round();
      expect(await stage.grade()).toMatchObject({ state: 'parked', reason: 'student-left', unsure: false });
    });

    it('parks with the reason when the column was deleted', async () => {
      stage.gradebook.gone = true;
      await stage.settle(74);
      await stage.round();
      expect(await stage.grade()).toMatchObject({ state: 'parked', reason: 'column-gone' });
    });

    it('parks with the reason while nobody knows a column', async () => {
      const { school, activity } = stage.at;
      const stored = (await stage.store.get(activities, { school, id: activity }))!;
      await stage.store.commit([change(activities, stored, { lineItem: undefined })]);
      await stage.settle(74);
      await stage.round();
      expect(await stage.grade()).toMatchObject({ state: 'parked', reason: 'no-column' });
    });

    it('keeps trying through an outage of a day', async () => {
      await stage.settle(74);
      for (let hour = 0; hour < 24; hour += 1) {
        stage.gradebook.faults.splice(0, Infinity, 'down');
        await stage.round();
        stage.clock.advance(3_600_000);
      }
      stage.gradebook.faults.splice(0);
      await stage.rounds();
      expect(await stage.grade()).toMatchObject({ state: 'confirmed' });
    });

    it('gives up after seven days, visibly', async () => {
      await stage.settle(74);
      for (let day = 0; day <= 8; day += 1) {
        stage.gradebook.faults.splice(0, Infinity, 'down');
        await stage.round();
        stage.clock.advance(86_400_000);
      }
      expect(await stage.grade()).toMatchObject({
        state: 'parked',
        reason: 'gave-up',
        detail: 'platform-down: http 503',
      });
      expect(await stage.open()).toBe(0);
    });
  });
});
