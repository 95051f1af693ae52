import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../../support/moodle-rules-gradebook.js';
import { aLife, mortalGradebook, mortalStore } from '../../support/mortal.js';
import { anOutbox, type OutboxStage } from '../../support/outbox.js';

type Step =
  | { kind: 'settle' }
  | { kind: 'fault'; fault: Fault; requests: number }
  | { kind: 'round' }
  | { kind: 'die'; at: number }
  | { kind: 'arriveLate' }
  | { kind: 'teacher' };

const faults: readonly Fault[] = ['lost-request', 'lost-reply', 'later', 'down', 'slow-down', 'server-error'];
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Step>({ kind: 'settle' }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('fault' as const),
      fault: fc.constantFrom(...faults),
      requests: fc.nat(3),
    }),
  },
  { weight: 5, arbitrary: fc.constant<Step>({ kind: 'round' }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('die' as const), at: fc.integer({ min: 1, max: 30 }) }) },
  { weight: 2, arbitrary: fc.constant<Step>({ kind: 'arriveLate' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'teacher' }) },
);

/** What happened: the grades are 10, 11, 12 …, so that a number tells its revision. The teacher's own is one that we never settle. */
interface Told {
  settled: number;
  teacherPut: boolean;
}

const teachersOwn = 99;

async function play(stage: OutboxStage, steps: readonly Step[]): Promise<Told> {
  const told: Told = { settled: 0, teacherPut: false };
  for (const step of steps) {
    stage.clock.advance(7_000);
    await playOne(stage, step, told);
  }
  stage.gradebook.faults.splice(0);
  await stage.rounds();
  stage.gradebook.arriveLate();
  return told;
}

async function playOne(stage: OutboxStage, step: Step, told: Told): Promise<void> {
  switch (step.kind) {
    case 'settle':
      told.settled += 1;
      return stage.settle(9 + told.settled);
    case 'fault':
      stage.gradebook.faults.push(...Array.from({ length: step.requests }, () => undefined), step.fault);
      return;
    case 'round':
      await stage.round();
      stage.clock.advance(61_000);
      return;
    case 'die': {
      const life = aLife(step.at);
      const parts = { store: mortalStore(life, stage.store), gradebook: mortalGradebook(life, stage.gradebook) };
      await stage.round(parts).catch(() => undefined);
      return;
    }
    case 'arriveLate':
      stage.gradebook.arriveLate();
      return;
    case 'teacher':
      told.teacherPut = true;
      stage.gradebook.teacherPuts(stage.subject, teachersOwn);
  }
}

describe('whatever goes wrong on the way', () => {
  it.each([
    ['an LMS that keeps a teacher’s override', true],
    ['an LMS without overrides', false],
  ])(
    'no grade is lost, doubled or set back, and none goes over the teacher’s own, with %s',
    async (_name, overrides) => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 25 }), async (steps) => {
          const stage = await anOutbox();
          stage.gradebook.overrides = overrides;
          const told = await play(stage, steps);
          const arrived = stage.gradebook.applied.map(({ tenths }) => tenths ?? 0);
          expect(arrived).toEqual([...new Set(arrived)].sort((one, other) => one - other));
          expect(await stage.open()).toBe(0);
          if (told.teacherPut) expect(stage.gradebook.standing(stage.subject)).toBe(teachersOwn);
          if (told.settled > 0) {
            const grade = await stage.grade();
            if (told.teacherPut) expect(['rejected', 'confirmed', 'parked']).toContain(grade.state);
            else if (grade.state === 'parked') expect(grade.reason).toBe('column-locked');
            else {
              expect(grade).toMatchObject({ state: 'confirmed', confirmedRevision: told.settled });
              expect(stage.gradebook.standing(stage.subject)).toBe(9 + told.settled);
            }
          }
          await stage.store.close();
        }),
        { numRuns: 120 },
      );
    },
  );
});
