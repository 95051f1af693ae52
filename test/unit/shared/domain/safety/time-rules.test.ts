import { describe, expect, it } from '@jest/globals';
import { checkSchedule } from '@buitenboord/shared/domain/safety/check-schedule.js';
import type { PlannedDay, Worker } from '@buitenboord/shared/domain/safety/planned-day.js';
import { timeRules } from '@buitenboord/shared/domain/safety/time-rules.js';
import type { WorkContext } from '@buitenboord/shared/domain/safety/work-context.js';
import { addDays } from '@buitenboord/shared/domain/safety/dutch-clock.js';
import { aDay, at, aWeek, aWorker, broken, monday, sundays, weeksOf } from '../../../../support/schedules.js';

/** What is just allowed, and what just isn't: title, who, allowed, not allowed, and what the finding then says. */
type Row = [
  title: string,
  who: Worker,
  inside: PlannedDay[],
  outside: PlannedDay[],
  value?: number,
  work?: WorkContext,
];

const school = (minutes: number) => [minutes, minutes, minutes, minutes, minutes, 0, 0];
const [d, tuesday] = [monday, addDays(monday, 1)];
const allSummer = { holidays: [{ from: '2026-05-11', to: '2026-12-31' }] };
const service = 'communityService' as const;

const placement: Row[] = [
  [
    '[safety.day.under-16] seven hours are allowed, a minute more isn’t',
    aWorker(15),
    [aDay(d, '09:00', '16:30')],
    [aDay(d, '09:00', '16:31')],
    421,
  ],
  [
    '[safety.week.under-16] thirty-five hours in a week are allowed, a minute more isn’t',
    aWorker(14),
    aWeek(d, 5),
    [...aWeek(d, 5), aDay(addDays(d, 5), '09:00', '09:01', [])],
    2101,
  ],
  [
    '[safety.earliest.under-16] seven in the morning is allowed, a minute before isn’t',
    aWorker(15),
    [aDay(d, '07:00', '12:00')],
    [aDay(d, '06:59', '12:00')],
    419,
  ],
  [
    '[safety.latest.under-16] seven in the evening is allowed, a minute later isn’t',
    aWorker(14),
    [aDay(d, '13:00', '19:00')],
    [aDay(d, '13:00', '19:01')],
    1141,
  ],
  [
    '[safety.daily-rest.under-16] fourteen hours between two days are allowed, a minute less isn’t',
    aWorker(15),
    [aDay(d, '12:00', '18:00'), aDay(tuesday, '08:00', '12:00')],
    [aDay(d, '12:00', '18:00'), aDay(tuesday, '07:59', '12:00')],
    839,
  ],
  [
    '[safety.sunday.under-16] Saturday is allowed, Sunday isn’t',
    aWorker(15),
    [aDay('2026-05-16')],
    [aDay('2026-05-17')],
    1,
  ],
  [
    '[safety.break.under-16] half an hour in one piece is allowed, twice a quarter isn’t',
    aWorker(15),
    [aDay(d, '09:00', '14:01', [30])],
    [aDay(d, '09:00', '14:01', [15, 15])],
    0,
  ],
  [
    '[safety.day.16-17] nine hours are allowed, a minute more isn’t',
    aWorker(16),
    [aDay(d, '08:00', '17:30')],
    [aDay(d, '08:00', '17:31')],
    541,
  ],
  [
    '[safety.week.16-17] forty-five hours in a week are allowed, a minute more isn’t',
    aWorker(17),
    aWeek(d, 5, '08:00', '17:30'),
    [...aWeek(d, 5, '08:00', '17:30'), aDay(addDays(d, 5), '09:00', '09:01', [])],
    2701,
  ],
  [
    '[safety.average-4.16-17] forty hours a week over four weeks are allowed, a minute more isn’t',
    aWorker(16),
    weeksOf(4, 5, '09:00', '17:30'),
    [...weeksOf(4, 5, '09:00', '17:30'), aDay(addDays(d, 5), '09:00', '09:04', [])],
    2401,
  ],
  [
    '[safety.night.16-17] until eleven in the evening is allowed, a minute later isn’t',
    aWorker(17),
    [aDay(d, '17:00', '23:00')],
    [aDay(d, '17:00', '23:01')],
    1381,
  ],
  [
    '[safety.daily-rest.16-17] twelve hours between two days are allowed, a minute less isn’t',
    aWorker(16),
    [aDay(d, '14:00', '20:00'), aDay(tuesday, '08:00', '12:00')],
    [aDay(d, '14:00', '20:00'), aDay(tuesday, '07:59', '12:00')],
    719,
  ],
  [
    '[safety.weekly-rest.16-17] thirty-six hours within seven times twenty-four are allowed, a minute less isn’t',
    aWorker(17),
    [...aWeek(d, 5, '09:00', '12:00'), aDay(addDays(d, 5), '15:00', '21:00')],
    [...aWeek(d, 5, '09:00', '12:00'), aDay(addDays(d, 5), '15:00', '21:01')],
    2159,
  ],
  [
    '[safety.sunday.16-17] Saturday is allowed, Sunday is asked about',
    aWorker(16),
    [aDay('2026-05-16')],
    [aDay('2026-05-17')],
    1,
  ],
  [
    '[safety.free-sundays.16-17] thirty-nine Sundays in fifty-two weeks are allowed, forty aren’t',
    aWorker(16, { bornOn: '2009-12-31' }),
    sundays(39),
    sundays(40),
    12,
  ],
  [
    '[safety.break.16-17] two quarters are allowed, one quarter and ten minutes aren’t',
    aWorker(17),
    [aDay(d, '09:00', '14:01', [15, 15])],
    [aDay(d, '09:00', '14:01', [15, 10])],
    15,
  ],
  [
    '[safety.day.18] twelve hours are allowed, a minute more isn’t',
    aWorker(18),
    [aDay(d, '08:00', '20:30')],
    [aDay(d, '08:00', '20:31')],
    721,
  ],
  [
    '[safety.week.18] sixty hours in a week are allowed, a minute more isn’t',
    aWorker(18),
    aWeek(d, 5, '08:00', '20:30'),
    [...aWeek(d, 5, '08:00', '20:30'), aDay(addDays(d, 5), '08:00', '08:01', [])],
    3601,
  ],
  [
    '[safety.average-4.18] fifty-five hours a week over four weeks are allowed, a minute more isn’t',
    aWorker(18),
    weeksOf(4, 5, '08:00', '19:30'),
    [...weeksOf(4, 5, '08:00', '19:30'), aDay(addDays(d, 5), '08:00', '08:04', [])],
    3301,
  ],
  [
    '[safety.average-16.18] forty-eight hours a week over sixteen weeks are allowed, a minute more isn’t',
    aWorker(18),
    weeksOf(16, 4, '08:00', '20:30'),
    [...weeksOf(16, 4, '08:00', '20:30'), aDay(addDays(d, 5), '08:00', '08:16', [])],
    2881,
  ],
  [
    '[safety.daily-rest.18] one shorter rest in a week is allowed, a second isn’t',
    aWorker(19),
    [aDay(d, '12:00', '22:00'), aDay(tuesday, '08:00', '12:00')],
    [
      aDay(d, '12:00', '22:00'),
      aDay(tuesday, '08:00', '12:00'),
      aDay(addDays(d, 3), '12:00', '22:00'),
      aDay(addDays(d, 4), '08:00', '12:00'),
    ],
    600,
  ],
  [
    '[safety.short-rest.18] eight hours between two days are allowed once, a minute less isn’t',
    aWorker(19),
    [aDay(d, '14:00', '23:30'), aDay(tuesday, '07:30', '12:00')],
    [aDay(d, '14:00', '23:30'), aDay(tuesday, '07:29', '12:00')],
    479,
  ],
  [
    '[safety.weekly-rest.18] thirty-six hours within seven times twenty-four are allowed, a minute less isn’t',
    aWorker(18),
    [...aWeek(d, 5, '09:00', '12:00'), aDay(addDays(d, 5), '15:00', '21:00')],
    [...aWeek(d, 5, '09:00', '12:00'), aDay(addDays(d, 5), '15:00', '21:01')],
    2159,
  ],
  [
    '[safety.sunday.18] Saturday is allowed, Sunday is asked about',
    aWorker(18),
    [aDay('2026-05-16')],
    [aDay('2026-05-17')],
    1,
  ],
  [
    '[safety.free-sundays.18] thirty-nine Sundays in fifty-two weeks are allowed, forty aren’t',
    aWorker(18),
    sundays(39),
    sundays(40),
    12,
  ],
  [
    '[safety.break.18] five and a half hours without a break are allowed, a minute more isn’t',
    aWorker(18),
    [aDay(d, '09:00', '14:30', [])],
    [aDay(d, '09:00', '14:31', [])],
    0,
  ],
  [
    '[safety.side-job-day.under-16] two hours of a side job beside five at the company are allowed, a minute more isn’t',
    aWorker(15, { sideJob: { dayMinutes: 120, weekMinutes: 120 } }),
    [aDay(d, '09:00', '14:30')],
    [aDay(d, '09:00', '14:31')],
    421,
  ],
  [
    '[safety.side-job-week.under-16] a side job that fits in thirty-five hours is allowed, a minute more isn’t',
    aWorker(15, { sideJob: { dayMinutes: 0, weekMinutes: 420 } }),
    aWeek(d, 4),
    [...aWeek(d, 4), aDay(addDays(d, 4), '09:00', '09:01', [])],
    2101,
  ],
  [
    '[safety.side-job-day.16-17] four hours of a side job beside five at the company are allowed, a minute more isn’t',
    aWorker(17, { sideJob: { dayMinutes: 240, weekMinutes: 240 } }),
    [aDay(d, '09:00', '14:30')],
    [aDay(d, '09:00', '14:31')],
    541,
  ],
  [
    '[safety.side-job-week.16-17] a side job that fits in forty-five hours is allowed, a minute more isn’t',
    aWorker(16, { sideJob: { dayMinutes: 0, weekMinutes: 540 } }),
    aWeek(d, 4, '08:00', '17:30'),
    [...aWeek(d, 4, '08:00', '17:30'), aDay(addDays(d, 4), '09:00', '09:01', [])],
    2701,
  ],
];

const twelve = aWorker(12);
const tooYoung: Row[] = [
  [
    '[safety.no-work.under-13] who is 13 on the day may do community service, who is 12 may not',
    { ...twelve, bornOn: '2013-05-11' },
    [aDay(d, '13:00', '15:00')],
    [aDay('2026-05-10', '13:00', '15:00')],
    12,
    service,
  ],
  [
    '[safety.no-placement.13] who is 14 on the day may do a placement, who is 13 may not',
    { ...twelve, bornOn: '2012-05-12' },
    [aDay(tuesday)],
    [aDay(d)],
    13,
  ],
  [
    '[safety.visit-tasks.under-14] on a visit with something to do, who is 14 may; about who is 13 somebody decides',
    { ...twelve, bornOn: '2012-05-12' },
    [aDay(tuesday, '09:00', '11:00')],
    [aDay(d, '09:00', '11:00')],
    13,
    'visitWithTasks',
  ],
];

const atSchool = (age: number) => aWorker(age, { schoolWeek: school(300) });
/** At school in the morning, at work afterwards. */
const after = (to: string): PlannedDay[] => [{ ...aDay(d, '15:00', to, []), schoolMinutes: 300 }];
const weekAfter = (hours: readonly number[]): PlannedDay[] =>
  hours.map((minutes, index) => ({
    ...aDay(
      addDays(d, index),
      '10:00',
      `${10 + Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`,
      [],
    ),
    schoolMinutes: 300,
  }));

function holidayWeeks(count: number, every = 1): PlannedDay[] {
  return Array.from({ length: count }, (_, week) => aDay(addDays(d, 7 * week * every), '09:00', '11:00', []));
}

const serviceHours = (age: number, freeDay: number, weeks: number, inRow: number) =>
  ({
    schoolDay: [atSchool(age), after('17:00'), after('17:01'), 121, service],
    freeDay: [
      aWorker(age),
      [aDay(d, '09:00', `${9 + freeDay}:30`)],
      [aDay(d, '09:00', `${9 + freeDay}:31`)],
      freeDay * 60 + 1,
      service,
    ],
    schoolWeek: [
      atSchool(age),
      weekAfter([120, 120, 120, 120, 120, 120]),
      weekAfter([120, 120, 120, 120, 120, 121]),
      721,
      service,
    ],
    holidayWeek: [
      aWorker(age, allSummer),
      aWeek(d, 5, '09:00', `${9 + freeDay}:30`),
      [...aWeek(d, 5, '09:00', `${9 + freeDay}:30`), aDay(addDays(d, 5), '09:00', '09:01', [])],
      freeDay * 300 + 1,
      service,
    ],
    holidayWeeks: [aWorker(age, allSummer), holidayWeeks(weeks, 2), holidayWeeks(weeks + 1, 2), weeks + 1, service],
    inRow: [aWorker(age, allSummer), holidayWeeks(inRow), holidayWeeks(inRow + 1), inRow + 1, service],
  }) as const satisfies Record<string, readonly [Worker, PlannedDay[], PlannedDay[], number, WorkContext]>;

const serviceTimes = (age: number) =>
  ({
    earliest: [aWorker(age), [aDay(d, '07:00', '09:00')], [aDay(d, '06:59', '09:00')], 419, service],
    latest: [aWorker(age), [aDay(d, '17:00', '19:00')], [aDay(d, '17:00', '19:01')], 1141, service],
    rest: [
      aWorker(age),
      [aDay(d, '16:00', '18:00'), aDay(tuesday, '08:00', '10:00')],
      [aDay(d, '16:00', '18:00'), aDay(tuesday, '07:59', '10:00')],
      839,
      service,
    ],
    sunday: [aWorker(age), [aDay('2026-05-16')], [aDay('2026-05-17')], 1, service],
    saturday: [
      aWorker(age),
      [aDay('2026-05-15'), aDay('2026-05-17')],
      [aDay('2026-05-16'), aDay('2026-05-17')],
      1,
      service,
    ],
    sundays: [aWorker(age), sundays(11), sundays(12), 4, service],
    break: [aWorker(age), [aDay(d, '09:00', '13:30', [])], [aDay(d, '09:00', '13:31', [])], 0, service],
  }) as const satisfies Record<string, readonly [Worker, PlannedDay[], PlannedDay[], number, WorkContext]>;

const young = serviceHours(14, 7, 4, 3);
const fifteen = serviceHours(15, 8, 6, 4);
const thirteen = serviceTimes(13);
const older = serviceTimes(15);

const communityService: Row[] = [
  ['[safety.service.school-day.13-14] two hours on a school day are allowed', ...young.schoolDay],
  ['[safety.service.free-day.13-14] seven hours on a free day are allowed', ...young.freeDay],
  ['[safety.service.school-week.13-14] twelve hours in a school week are allowed', ...young.schoolWeek],
  ['[safety.service.holiday-week.13-14] thirty-five hours in a week of holidays are allowed', ...young.holidayWeek],
  ['[safety.service.holiday-weeks.13-14] four weeks of holidays are allowed', ...young.holidayWeeks],
  ['[safety.service.holiday-weeks-in-row.13-14] three weeks of holidays in a row are allowed', ...young.inRow],
  [
    '[safety.service.days.13-14] five days a week are allowed, six aren’t',
    aWorker(13),
    aWeek(d, 5, '09:00', '10:00'),
    aWeek(d, 6, '09:00', '10:00'),
    6,
    service,
  ],
  ['[safety.service.school-day.15] two hours on a school day are allowed', ...fifteen.schoolDay],
  ['[safety.service.free-day.15] eight hours on a free day are allowed', ...fifteen.freeDay],
  ['[safety.service.school-week.15] twelve hours in a school week are allowed', ...fifteen.schoolWeek],
  ['[safety.service.holiday-week.15] forty hours in a week of holidays are allowed', ...fifteen.holidayWeek],
  ['[safety.service.holiday-weeks.15] six weeks of holidays are allowed', ...fifteen.holidayWeeks],
  ['[safety.service.holiday-weeks-in-row.15] four weeks of holidays in a row are allowed', ...fifteen.inRow],
  ['[safety.service.earliest.13] not before seven in the morning', ...thirteen.earliest],
  ['[safety.service.latest.13] not after seven in the evening', ...thirteen.latest],
  ['[safety.service.daily-rest.13] fourteen hours of rest', ...thirteen.rest],
  ['[safety.service.sunday.13] Sunday is asked about', ...thirteen.sunday],
  ['[safety.service.saturday-before.13] the Saturday before a Sunday is free', ...thirteen.saturday],
  ['[safety.service.free-sundays.13] eleven Sundays in sixteen weeks are allowed', ...thirteen.sundays],
  ['[safety.service.break.13] four and a half hours without a break are allowed', ...thirteen.break],
  ['[safety.service.earliest.14-15] not before seven in the morning', ...older.earliest],
  ['[safety.service.latest.14-15] not after seven in the evening', ...older.latest],
  ['[safety.service.daily-rest.14-15] fourteen hours of rest', ...older.rest],
  ['[safety.service.sunday.14-15] Sunday is asked about', ...older.sunday],
  ['[safety.service.saturday-before.14-15] the Saturday before a Sunday is free', ...older.saturday],
  ['[safety.service.free-sundays.14-15] eleven Sundays in sixteen weeks are allowed', ...older.sundays],
  ['[safety.service.break.14-15] four and a half hours without a break are allowed', ...older.break],
];

const table = [...tooYoung, ...placement, ...communityService];
const ruleOf = (title: string) => /\[(.+?)\]/u.exec(title)![1]!;

describe('the law on working time, just inside and just outside', () => {
  it('has a row for each rule', () => {
    expect(table.map(([title]) => ruleOf(title)).sort()).toEqual(timeRules.map(({ id }) => id).sort());
  });

  it.each(table)('%s', (title, who, inside, outside, value, work = 'placement') => {
    const id = ruleOf(title);
    expect(broken(who, inside, work)).not.toContain(id);
    const rule = timeRules.find((each) => each.id === id)!;
    const found = checkSchedule(who, outside, at(work)).filter((finding) => finding.rule === id);
    expect(found[0]).toMatchObject({
      rule: id,
      severity: rule.severity,
      limit: rule.limit,
      value,
      source: rule.source,
      sentence: `safety.says.${rule.measure}`,
    });
  });

  it('forbids only what was read in a law, and asks about what is less sure', () => {
    for (const { severity, confidence } of timeRules) {
      if (severity === 'block') expect(confidence).toBe('high');
    }
    expect(timeRules.filter(({ confidence }) => confidence === 'high').every(({ textOf }) => textOf)).toBe(true);
  });
});
