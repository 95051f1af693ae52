import { describe, expect, it } from '@jest/globals';
import { aLife, mortalGradebook, mortalStore } from '../../support/mortal.js';
import { anOutbox, type OutboxStage } from '../../support/outbox.js';

/** A grade that stands in the LMS, and a newer one on its way. */
async function aChangedGrade(): Promise<OutboxStage> {
  const stage = await anOutbox();
  await stage.settle(74);
  await stage.round();
  stage.clock.advance(10_000);
  await stage.settle(80);
  return stage;
}

async function dieAt(stage: OutboxStage, lastStep: number): Promise<number> {
  const life = aLife(lastStep);
  const store = mortalStore(life, stage.store);
  await stage.round({ store, gradebook: mortalGradebook(life, stage.gradebook) }).catch(() => undefined);
  return life.steps;
}

describe('a worker that is killed', () => {
  it('at any step leaves a grade that arrives once', async () => {
    const whole = await aChangedGrade();
    const steps = await dieAt(whole, Number.POSITIVE_INFINITY);
    await whole.store.close();
    expect(steps).toBeGreaterThan(20);
    for (let step = 1; step <= steps; step += 1) {
      const stage = await aChangedGrade();
      await dieAt(stage, step);
      await stage.rounds();
      expect([step, (await stage.grade()).state]).toEqual([step, 'confirmed']);
      expect([step, stage.gradebook.applied.map(({ tenths }) => tenths)]).toEqual([step, [74, 80]]);
      expect([step, await stage.facts()]).toEqual([step, ['delivery/confirmed', 'delivery/confirmed']]);
      await stage.store.close();
    }
  });

  it('at any step, with a newer grade settled before anybody takes over, never brings the older one back', async () => {
    const whole = await aChangedGrade();
    const steps = await dieAt(whole, Number.POSITIVE_INFINITY);
    await whole.store.close();
    for (let step = 1; step <= steps; step += 1) {
      const stage = await aChangedGrade();
      await dieAt(stage, step);
      stage.clock.advance(2_000);
      await stage.settle(90);
      await stage.rounds();
      expect([step, stage.gradebook.standing(stage.subject)]).toEqual([step, 90]);
      expect([step, (await stage.grade()).state]).toEqual([step, 'confirmed']);
      const arrived = stage.gradebook.applied.map(({ tenths }) => tenths ?? 0);
      expect([step, arrived]).toEqual([step, [...new Set(arrived)].sort((one, other) => one - other)]);
      await stage.store.close();
    }
  });

  it('is not taken over before its lease has run out, and once after that', async () => {
    const stage = await aChangedGrade();
    await dieAt(stage, 6);
    expect(await stage.round()).toEqual({ tried: 0, delivered: 0 });
    stage.clock.advance(61_000);
    const [one, other] = await Promise.all([stage.round(), stage.round()]);
    expect(one.tried + other.tried).toBe(1);
    expect((await stage.grade()).state).toBe('confirmed');
    await stage.store.close();
  });
});
