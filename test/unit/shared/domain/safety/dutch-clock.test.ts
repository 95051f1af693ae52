import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  clockMinutes,
  clockOf,
  instantOf,
  mondayOf,
  weekdayOf,
} from '@buitenboord/shared/domain/safety/dutch-clock.js';

const aDate = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const inAmsterdam = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'short',
});
const shown = (instant: number) => inAmsterdam.format(new Date(instant * 60_000));

describe('the clock in the Netherlands', () => {
  it('shows at each instant what was asked for, as the time zone’s own tables do', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: 3 * 60, max: 24 * 60 - 1 }), (day, minutes) => {
        expect(shown(instantOf(day, minutes))).toBe(`${day} ${clockOf(minutes)}`);
      }),
    );
  });

  it('counts a day of 23 hours in spring and of 25 in autumn', () => {
    const hoursOf = (day: string) => (instantOf(addDays(day, 1), 0) - instantOf(day, 0)) / 60;
    expect([hoursOf('2026-03-28'), hoursOf('2026-03-29'), hoursOf('2026-10-25')]).toEqual([24, 23, 25]);
  });

  it('takes the first of an hour that comes twice, and goes on from before an hour that is skipped', () => {
    expect(shown(instantOf('2026-10-25', clockMinutes('02:30')))).toBe('2026-10-25 02:30');
    expect(instantOf('2026-10-25', clockMinutes('03:00')) - instantOf('2026-10-25', clockMinutes('02:30'))).toBe(90);
    expect(shown(instantOf('2026-03-29', clockMinutes('02:30')))).toBe('2026-03-29 03:30');
  });

  it('takes minutes past midnight as the next day', () => {
    expect(instantOf('2026-12-31', 25 * 60)).toBe(instantOf('2027-01-01', 60));
  });

  it('knows weekdays and Mondays', () => {
    fc.assert(
      fc.property(aDate, (day) => {
        expect(weekdayOf(day) % 7).toBe(new Date(`${day}T12:00:00Z`).getUTCDay());
        expect(weekdayOf(mondayOf(day))).toBe(1);
        expect(mondayOf(day) <= day && day < addDays(mondayOf(day), 7)).toBe(true);
      }),
    );
  });
});
