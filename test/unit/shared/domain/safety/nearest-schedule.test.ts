import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkSchedule } from '@buitenboord/shared/domain/safety/check-schedule.js';
import { addDays, clockOf } from '@buitenboord/shared/domain/safety/dutch-clock.js';
import { blocksOf } from '@buitenboord/shared/domain/safety/finding.js';
import { nearestSchedule } from '@buitenboord/shared/domain/safety/nearest-schedule.js';
import type { PlannedDay, Worker } from '@buitenboord/shared/domain/safety/planned-day.js';
import type { Context } from '@buitenboord/shared/domain/safety/work-context.js';
import { aDay, at, aWeek, aWorker, monday } from '../../../../support/schedules.js';

const placement = at('placement');
const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });

const somePlan: fc.Arbitrary<PlannedDay[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 })
  .chain((offsets) =>
    fc.tuple(
      ...offsets.map((offset) =>
        fc.record({
          // Around a change of the clock, a birthday on 1 April, and a Sunday or six.
          date: fc.constant(addDays('2026-03-16', offset)),
          from: minutes.map(clockOf),
          to: minutes.map(clockOf),
          breaks: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 3 }),
          schoolMinutes: fc.integer({ min: 0, max: 400 }),
        }),
      ),
    ),
  );

const somebody: fc.Arbitrary<Worker> = fc.record({
  bornOn: fc.integer({ min: 2006, max: 2014 }).map((year) => `${year}-04-01`),
  schoolWeek: fc.array(fc.integer({ min: 0, max: 480 }), { minLength: 5, maxLength: 7 }),
  holidays: fc.constantFrom([], [{ from: '2026-04-06', to: '2026-04-12' }]),
  sideJob: fc.record({
    dayMinutes: fc.integer({ min: 0, max: 180 }),
    weekMinutes: fc.integer({ min: 0, max: 600 }),
  }),
});

const somewhere: fc.Arbitrary<Context> = fc.record({
  work: fc.constantFrom('placement', 'communityService', 'visitWithTasks', 'visit'),
  setting: fc.constantFrom('industry', 'other'),
});

describe('the nearest schedule that is allowed', () => {
  it('has nothing in it that is forbidden, whatever was planned for whom', () => {
    fc.assert(
      fc.property(somebody, somePlan, somewhere, (worker, days, context) => {
        const proposed = nearestSchedule(worker, days, context);
        expect(blocksOf(checkSchedule(worker, proposed, context))).toEqual([]);
        expect(proposed.every(({ date }) => days.some((day) => day.date === date))).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  it('is what was planned when that is allowed already', () => {
    fc.assert(
      fc.property(somebody, somePlan, somewhere, (worker, days, context) => {
        const once = nearestSchedule(worker, days, context);
        expect(nearestSchedule(worker, once, context)).toBe(once);
      }),
      { numRuns: 50 },
    );
  });

  it('ends a day of eight hours after seven', () => {
    expect(nearestSchedule(aWorker(15), [aDay(monday, '08:00', '16:30')], placement)).toEqual([
      aDay(monday, '08:00', '15:30'),
    ]);
  });

  it('puts a break in, begins no earlier and ends no later than allowed', () => {
    expect(nearestSchedule(aWorker(15), [aDay(monday, '06:00', '13:00', [])], placement)).toEqual([
      aDay(monday, '07:00', '13:00', [30]),
    ]);
    expect(nearestSchedule(aWorker(17), [aDay(monday, '18:00', '01:00')], placement)).toEqual([
      aDay(monday, '18:00', '23:00'),
    ]);
  });

  it('begins later after a late evening, and leaves a Sunday and a sixth full day out', () => {
    const late = [aDay(monday, '12:00', '19:00'), aDay(addDays(monday, 1), '07:30', '12:00', [])];
    expect(nearestSchedule(aWorker(15), late, placement)[1]).toEqual(aDay(addDays(monday, 1), '09:00', '12:00', []));
    const week = aWeek(monday, 7);
    expect(nearestSchedule(aWorker(15), week, placement)).toEqual(week.slice(0, 5));
  });

  it('leaves every day out for who is too young', () => {
    expect(nearestSchedule(aWorker(13), aWeek(monday, 3), placement)).toEqual([]);
  });
});
