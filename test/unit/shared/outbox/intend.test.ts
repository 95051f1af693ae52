import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { dueRowId } from '@buitenboord/shared/outbox/delivery-id.js';
import { deliveries, dueRows } from '@buitenboord/shared/store/collections.js';
import { change } from '@buitenboord/shared/store/port.js';
import { anOutbox, type OutboxStage } from '../../../support/outbox.js';

describe('letting a grade leave', () => {
  let stage: OutboxStage;
  beforeEach(async () => {
    stage = await anOutbox();
  });
  afterEach(() => stage.store.close());
  const row = async () => stage.store.get(dueRows, { id: dueRowId(await stage.grade()) });
  const set = async (fields: object) => stage.store.commit([change(deliveries, await stage.grade(), fields)]);

  it('stores a first revision of now, and that it is due now', async () => {
    await stage.settle(74);
    const now = stage.clock().toISOString();
    const expected = { revision: 1, revisionAt: now, state: 'ready', unsure: false, confirmedRevision: 0, attempts: 0 };
    expect(await stage.grade()).toMatchObject(expected);
    expect(await row()).toMatchObject({ school: stage.at.school, target: 'gradebook', dueAt: now });
  });

  it('puts a second between revisions of the same second', async () => {
    await stage.settle(74);
    await stage.settle(80);
    await stage.settle(90);
    const { revision, revisionAt } = await stage.grade();
    expect([revision, Date.parse(revisionAt) - stage.clock().getTime()]).toEqual([3, 2_000]);
  });

  it('makes nothing new of what is on its way already, and a new revision of what a person rejected or parked', async () => {
    await stage.settle(74);
    await stage.settle(74);
    expect((await stage.grade()).revision).toBe(1);
    await set({ state: 'parked', reason: 'column-locked' });
    await stage.settle(74);
    const { revision, state, reason } = await stage.grade();
    expect([revision, state, reason]).toEqual([2, 'ready', undefined]);
  });

  it('remembers every number of ours that may still come to stand there', async () => {
    await stage.settle(74);
    await stage.settle(75);
    expect((await stage.grade()).earlierTenths).toEqual([null]);
    await set({ state: 'unknown', unsure: true });
    await stage.settle(76);
    expect(await stage.grade()).toMatchObject({ earlierTenths: [null, 75], unsure: true });
    await set({ state: 'confirmed', unsure: false, confirmedRevision: 3 });
    await stage.settle(77);
    expect(await stage.grade()).toMatchObject({ earlierTenths: [76], unsure: false, confirmedRevision: 3 });
  });

  it('lets a worker keep the row it holds, and takes it from one whose lease ran out', async () => {
    await stage.settle(74);
    const until = new Date(stage.clock().getTime() + 30_000).toISOString();
    await stage.store.commit([change(dueRows, (await row())!, { lease: 'one:1', dueAt: until })]);
    await stage.settle(75);
    expect(await row()).toMatchObject({ lease: 'one:1', dueAt: until });
    stage.clock.advance(30_000);
    await stage.settle(76);
    const free = await row();
    expect([free?.lease, free?.dueAt]).toEqual([undefined, stage.clock().toISOString()]);
  });
});
