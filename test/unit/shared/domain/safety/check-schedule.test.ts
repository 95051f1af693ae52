import { describe, expect, it } from '@jest/globals';
import { checkSchedule } from '@buitenboord/shared/domain/safety/check-schedule.js';
import { addDays } from '@buitenboord/shared/domain/safety/dutch-clock.js';
import { aDay, at, aWeek, aWorker, broken, monday } from '../../../../support/schedules.js';

const placement = at('placement');

describe('checking a schedule', () => {
  it('finds nothing in a plan without days, or in an ordinary week of a fifteen-year-old', () => {
    expect(checkSchedule(aWorker(15), [], placement)).toEqual([]);
    expect(checkSchedule(aWorker(15), aWeek(monday, 5), placement)).toEqual([]);
  });

  it('says the rule, limit, value, source, date of the text, day and sentence', () => {
    const [found] = checkSchedule(aWorker(15), [aDay(monday, '08:00', '16:30')], placement);
    expect(found).toEqual({
      rule: 'safety.day.under-16',
      severity: 'block',
      sentence: 'safety.says.day',
      limit: 420,
      value: 480,
      on: monday,
      source: 'Nadere regeling kinderarbeid art. 3:1',
      textOf: '2024-11-18',
      confidence: 'high',
    });
  });

  it('applies other rules from a birthday in the middle on', () => {
    const worker = { ...aWorker(15), bornOn: '2010-05-13' };
    const days = aWeek(monday, 5, '08:00', '16:30');
    const found = checkSchedule(worker, days, placement).filter(({ rule }) => rule.startsWith('safety.day'));
    expect(found.map(({ on }) => on)).toEqual([monday, addDays(monday, 1)]);
  });

  it('holds the days before a birthday to the week of the younger age, and the whole week to that of the older', () => {
    const turning = (bornOn: string) => ({ ...aWorker(15), bornOn });
    // Six hours on each of six days: 36 hours.
    const days = aWeek(monday, 6, '09:00', '15:30');
    expect(broken(turning('2010-05-17'), days)).toContain('safety.week.under-16');
    expect(broken(turning('2010-05-16'), days)).not.toContain('safety.week.under-16');
  });

  it('doesn’t count what was worked before a birthday into a weekly rest that held from then on', () => {
    const days = [...aWeek(monday, 5), ...aWeek(addDays(monday, 7), 5)];
    expect(broken({ ...aWorker(15), bornOn: '2010-05-20' }, days)).toEqual([]);
  });

  it('counts school on the same day and in the same week under 18, and no longer from 18 on', () => {
    const withSchool = [{ ...aDay(monday, '13:00', '16:30', []), schoolMinutes: 4 * 60 }];
    expect(broken(aWorker(15), withSchool)).toContain('safety.day.under-16');
    expect(broken(aWorker(17), [{ ...withSchool[0]!, schoolMinutes: 6 * 60 }])).toContain('safety.day.16-17');
    expect(broken(aWorker(18), [{ ...withSchool[0]!, schoolMinutes: 9 * 60 }])).toEqual([]);
    const schoolWeek = [0, 450, 450, 450, 450, 0, 0];
    expect(broken(aWorker(15, { schoolWeek }), [aDay(monday)])).toContain('safety.week.under-16');
    expect(broken(aWorker(18, { schoolWeek }), [aDay(monday)])).toEqual([]);
  });

  it('counts no school in the holidays', () => {
    const worker = aWorker(15, {
      schoolWeek: [0, 450, 450, 450, 450, 0, 0],
      holidays: [{ from: monday, to: addDays(monday, 6) }],
    });
    expect(broken(worker, [aDay(monday)])).toEqual([]);
  });

  it('measures rest in real hours: the night of the summer clock is one too short', () => {
    const nightOf = (saturday: string) => [
      aDay(saturday, '13:00', '18:00', [30]),
      aDay(addDays(saturday, 1), '08:00', '12:00', []),
    ];
    const rule = 'safety.service.daily-rest.14-15';
    expect(broken(aWorker(15), nightOf('2026-03-21'), 'communityService')).not.toContain(rule);
    expect(broken(aWorker(15), nightOf('2026-03-28'), 'communityService')).toContain(rule);
  });

  it('measures a night shift across the clock change in real hours, and a long autumn night as rest', () => {
    const night = (date: string) => [aDay(date, '20:00', '08:30', [30])];
    expect(broken(aWorker(20), night('2026-10-17'))).not.toContain('safety.day.18');
    expect(broken(aWorker(20), night('2026-10-24'))).toContain('safety.day.18');
    const autumn = [aDay('2026-10-24', '12:00', '19:00'), aDay('2026-10-25', '08:00', '12:00')];
    expect(checkSchedule(aWorker(15), autumn, at('communityService')).map(({ rule }) => rule)).not.toContain(
      'safety.service.daily-rest.14-15',
    );
  });

  it('takes a break under a quarter of an hour as work', () => {
    expect(broken(aWorker(16), [aDay(monday, '08:00', '17:10', [10])])).toContain('safety.day.16-17');
  });

  it('counts a Saturday’s night shift that ends on Sunday as Sunday, and one that ends at midnight not', () => {
    expect(broken(aWorker(20), [aDay('2026-05-16', '20:00', '02:00')])).toContain('safety.sunday.18');
    expect(broken(aWorker(20), [aDay('2026-05-16', '20:00', '00:00')])).not.toContain('safety.sunday.18');
  });

  it('says nothing about a visit without work, at any age', () => {
    expect(broken(aWorker(12), [aDay(monday, '06:00', '22:00', [])], 'visit')).toEqual([]);
  });

  it('does not depend on the order of the days', () => {
    const days = aWeek(monday, 6, '08:00', '16:30');
    expect(checkSchedule(aWorker(15), [...days].reverse(), placement)).toEqual(
      checkSchedule(aWorker(15), days, placement),
    );
  });
});
