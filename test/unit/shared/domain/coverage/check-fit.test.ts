import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkFit, type PlannedTime } from '@buitenboord/shared/domain/coverage/check-fit.js';
import { HoursBand, usualHours } from '@buitenboord/shared/domain/programme/offering.js';

const planned = (fields: Partial<PlannedTime> = {}): PlannedTime => ({
  ...{ subtasks: 5, there: 5, days: 12, hoursPerDay: 7, band: usualHours },
  ...fields,
});
const warnings = (fields: Partial<PlannedTime>) => checkFit(planned(fields)).warnings.map(({ kind }) => kind);

describe('whether an elective fits', () => {
  it('fits in 80 to 100 hours, both counted in [coverage.hours-band]', () => {
    expect(usualHours).toEqual({ hoursFrom: 80, hoursTo: 100 });
    expect(warnings({ days: 10, hoursPerDay: 8 })).toEqual([]);
    expect(warnings({ days: 20, hoursPerDay: 5 })).toEqual([]);
    expect(warnings({ days: 79, hoursPerDay: 1 })).toEqual(['tooFewHours']);
    expect(warnings({ days: 101, hoursPerDay: 1 })).toEqual(['moreHoursThanUsual']);
  });

  it('goes by the school’s own band [coverage.hours-band]', () => {
    expect(warnings({ days: 10, hoursPerDay: 6, band: { hoursFrom: 50, hoursTo: 60 } })).toEqual([]);
    expect(HoursBand.safeParse({ hoursFrom: 90, hoursTo: 80 }).success).toBe(false);
  });

  it('warns when there are fewer days than subtasks [coverage.days-against-subtasks]', () => {
    expect(checkFit(planned({ days: 4, hoursPerDay: 8 })).warnings).toEqual([
      { kind: 'fewerDaysThanSubtasks', days: 4, there: 5 },
      { kind: 'tooFewHours', hours: 32, needed: 80 },
    ]);
  });

  it('needs the part of the hours for the part that is done there [coverage.days-against-subtasks]', () => {
    expect(checkFit(planned({ there: 2, days: 5, hoursPerDay: 8 }))).toEqual({
      ...{ hours: 40, neededFrom: 32, neededTo: 40, warnings: [] },
    });
  });

  it('needs the whole band when the subtasks aren’t known', () => {
    expect(checkFit(planned({ subtasks: 0, there: 0 }))).toMatchObject({ neededFrom: 80, neededTo: 100 });
  });

  it('never warns of too few and too many hours at once, and needs no less for more subtasks', () => {
    const numbers = fc.record({
      subtasks: fc.integer({ min: 0, max: 8 }),
      there: fc.integer({ min: 0, max: 7 }),
      days: fc.integer({ min: 1, max: 200 }),
      hoursPerDay: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(numbers, (given) => {
        const fit = checkFit(planned(given));
        const kinds = fit.warnings.map(({ kind }) => kind);
        expect(kinds.includes('tooFewHours') && kinds.includes('moreHoursThanUsual')).toBe(false);
        expect(checkFit(planned({ ...given, there: given.there + 1 })).neededFrom).toBeGreaterThanOrEqual(
          fit.neededFrom,
        );
      }),
    );
  });
});
