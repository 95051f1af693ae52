import { describe, expect, it } from '@jest/globals';
import type { Gradebook } from '@buitenboord/shared/ports/gradebook.js';
import { deliverDue } from '@buitenboord/shared/outbox/deliver-due.js';
import { dueRows } from '@buitenboord/shared/store/collections.js';
import { anOutbox, type OutboxStage } from '../../support/outbox.js';

/** A gradebook whose next put waits, before it goes out, until it is let go. */
function heldUp(gradebook: Gradebook): { gradebook: Gradebook; reached: Promise<void>; letGo: () => void } {
  let letGo = (): void => undefined;
  let reach = (): void => undefined;
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const put: Gradebook['put'] = async (...args) => {
    reach();
    await gate;
    return gradebook.put(...args);
  };
  return { gradebook: { put, read: (...args) => gradebook.read(...args) }, reached, letGo };
}

async function staged(): Promise<OutboxStage> {
  const stage = await anOutbox();
  await stage.settle(74);
  return stage;
}

describe('workers beside each other', () => {
  it('deliver each grade of a class once', async () => {
    const stage = await anOutbox({ students: 30 });
    for (const student of stage.at.students) await stage.settle(70, { student });
    const workers = ['one', 'two', 'three'].map(async (worker) => {
      for (let n = 0; n < 3; n += 1) await deliverDue(stage.deps, { worker });
    });
    await Promise.all(workers);
    expect(stage.gradebook.applied).toHaveLength(30);
    expect(stage.gradebook.requests.put).toBe(30);
    expect(await stage.open()).toBe(0);
    await stage.store.close();
  });

  it('a late finisher writes nothing once another took its lease over', async () => {
    const stage = await staged();
    const slow = heldUp(stage.gradebook);
    const late = stage.round({ gradebook: slow.gradebook });
    await slow.reached;
    stage.clock.advance(61_000);
    await stage.round();
    const { version } = await stage.grade();
    slow.letGo();
    expect(await late).toEqual({ tried: 1, delivered: 0 });
    expect(await stage.grade()).toMatchObject({ state: 'confirmed', version });
    expect(stage.gradebook.applied).toHaveLength(1);
    expect(await stage.facts()).toEqual(['delivery/confirmed']);
    await stage.store.close();
  });

  it('a late finisher leaves the row to the one who holds it now', async () => {
    const stage = await staged();
    const slow = heldUp(stage.gradebook);
    const slowToo = heldUp(stage.gradebook);
    const late = stage.round({ gradebook: slow.gradebook });
    await slow.reached;
    stage.clock.advance(61_000);
    const now = stage.round({ gradebook: slowToo.gradebook });
    await slowToo.reached;
    const held = (await stage.store.find(dueRows, { where: {} })).items;
    slow.letGo();
    expect(await late).toEqual({ tried: 1, delivered: 0 });
    expect((await stage.store.find(dueRows, { where: {} })).items).toEqual(held);
    expect((await stage.grade()).state).toBe('sent');
    slowToo.letGo();
    expect(await now).toEqual({ tried: 1, delivered: 1 });
    expect(stage.gradebook.applied).toHaveLength(1);
    await stage.store.close();
  });

  it('a late finisher does not bring an older grade back over a newer one', async () => {
    const stage = await staged();
    const slow = heldUp(stage.gradebook);
    const late = stage.round({ gradebook: slow.gradebook });
    await slow.reached;
    stage.clock.advance(61_000);
    await stage.settle(80);
    await stage.round();
    slow.letGo();
    await late;
    await stage.rounds();
    expect(stage.gradebook.standing(stage.subject)).toBe(80);
    expect(stage.gradebook.applied.map(({ tenths }) => tenths)).toEqual([80]);
    expect(await stage.grade()).toMatchObject({ state: 'confirmed', confirmedRevision: 2 });
    await stage.store.close();
  });

  it('a grade settled while the one before is under way waits for it, and leaves right after', async () => {
    const stage = await staged();
    const slow = heldUp(stage.gradebook);
    const first = stage.round({ gradebook: slow.gradebook });
    await slow.reached;
    stage.clock.advance(2_000);
    await stage.settle(80);
    expect(await stage.round()).toEqual({ tried: 0, delivered: 0 });
    slow.letGo();
    expect(await first).toEqual({ tried: 1, delivered: 0 });
    expect(await stage.round()).toEqual({ tried: 1, delivered: 1 });
    expect(stage.gradebook.applied.map(({ tenths }) => tenths)).toEqual([74, 80]);
    await stage.store.close();
  });
});
