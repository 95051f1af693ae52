import type { TimeRule } from './safety-rule.js';
import { workingHoursAct } from './sources.js';
import type { WorkContext } from './work-context.js';

const hours = (count: number) => count * 60;
const anyWork: readonly WorkContext[] = ['placement', 'communityService'];
const oldest = 120;
const youth = { ages: [16, 17] as const, contexts: anyWork };

/** 16 and 17: the Act itself. */
export const sixteenAndSeventeen: readonly TimeRule[] = [
  {
    ...workingHoursAct('art. 4:4, 5:7'),
    ...youth,
    id: 'safety.day.16-17',
    says: 'At 16 and 17 at most 9 hours a shift, school and its breaks included.',
    measure: 'day',
    limit: hours(9),
    schoolCounts: true,
  },
  {
    ...workingHoursAct('art. 4:4, 5:7'),
    ...youth,
    id: 'safety.week.16-17',
    says: 'At 16 and 17 at most 45 hours a week, school and its breaks included.',
    measure: 'week',
    limit: hours(45),
    schoolCounts: true,
  },
  {
    ...workingHoursAct('art. 4:4, 5:7'),
    ...youth,
    id: 'safety.average-4.16-17',
    says: 'At 16 and 17 on average at most 40 hours a week over 4 weeks, school and its breaks included.',
    measure: 'average4',
    limit: hours(40),
    schoolCounts: true,
  },
  {
    ...workingHoursAct('art. 5:3'),
    ...youth,
    id: 'safety.night.16-17',
    says: 'At 16 and 17 not between 23:00 and 06:00.',
    measure: 'night',
    limit: hours(23),
    until: hours(6),
  },
  {
    ...workingHoursAct('art. 5:3'),
    ...youth,
    id: 'safety.daily-rest.16-17',
    says: 'At 16 and 17 twelve hours of rest in one piece in every 24.',
    measure: 'dailyRest',
    limit: hours(12),
  },
  {
    ...workingHoursAct('art. 5:5'),
    ...youth,
    id: 'safety.weekly-rest.16-17',
    says: 'At 16 and 17 thirty-six hours of rest in one piece in every 7 times 24 hours, counted from the first work after the rest before.',
    measure: 'weeklyRest',
    limit: hours(36),
  },
  {
    ...workingHoursAct('art. 5:6'),
    ...youth,
    id: 'safety.sunday.16-17',
    says: 'At 16 and 17 not on Sunday, unless the work asks for it and it was agreed, or it is necessary and the student consents.',
    severity: 'warn',
    measure: 'sunday',
    limit: 0,
  },
  {
    ...workingHoursAct('art. 5:6'),
    ...youth,
    id: 'safety.free-sundays.16-17',
    says: 'At 16 and 17 at least 13 free Sundays in 52 weeks.',
    measure: 'freeSundays52',
    limit: 13,
  },
  {
    ...workingHoursAct('art. 5:4'),
    ...youth,
    id: 'safety.break.16-17',
    says: 'At 16 and 17, with more than 4½ hours of work, 30 minutes of break, in pieces of at least 15.',
    measure: 'break',
    limit: 30,
    after: hours(4.5),
    piece: 15,
  },
];

const adult = { ages: [18, oldest] as const, contexts: anyWork };

/** From 18 on; time at school doesn't count any more. */
export const adults: readonly TimeRule[] = [
  {
    ...workingHoursAct('art. 5:7'),
    ...adult,
    id: 'safety.day.18',
    says: 'From 18 on at most 12 hours a shift.',
    measure: 'day',
    limit: hours(12),
  },
  {
    ...workingHoursAct('art. 5:7'),
    ...adult,
    id: 'safety.week.18',
    says: 'From 18 on at most 60 hours a week.',
    measure: 'week',
    limit: hours(60),
  },
  {
    ...workingHoursAct('art. 5:7'),
    ...adult,
    id: 'safety.average-4.18',
    says: 'From 18 on at most 55 hours a week on average over 4 weeks.',
    measure: 'average4',
    limit: hours(55),
  },
  {
    ...workingHoursAct('art. 5:7'),
    ...adult,
    id: 'safety.average-16.18',
    says: 'From 18 on at most 48 hours a week on average over 16 weeks.',
    measure: 'average16',
    limit: hours(48),
  },
  {
    ...workingHoursAct('art. 5:3'),
    ...adult,
    id: 'safety.daily-rest.18',
    says: 'From 18 on eleven hours of rest in one piece in every 24; once in 7 times 24 hours it may be shorter.',
    measure: 'dailyRest',
    limit: hours(11),
  },
  {
    ...workingHoursAct('art. 5:3'),
    ...adult,
    id: 'safety.short-rest.18',
    says: 'From 18 on the daily rest is never shorter than 8 hours.',
    measure: 'shortRest',
    limit: hours(8),
  },
  {
    ...workingHoursAct('art. 5:5'),
    ...adult,
    id: 'safety.weekly-rest.18',
    says: 'From 18 on thirty-six hours of rest in one piece in every 7 times 24 hours, counted from the first work after the rest before.',
    measure: 'weeklyRest',
    limit: hours(36),
  },
  {
    ...workingHoursAct('art. 5:6'),
    ...adult,
    id: 'safety.sunday.18',
    says: 'From 18 on not on Sunday, unless the work asks for it and it was agreed, or it is necessary and the student consents.',
    severity: 'warn',
    measure: 'sunday',
    limit: 0,
  },
  {
    ...workingHoursAct('art. 5:6'),
    ...adult,
    id: 'safety.free-sundays.18',
    says: 'From 18 on at least 13 free Sundays in 52 weeks.',
    measure: 'freeSundays52',
    limit: 13,
  },
  {
    ...workingHoursAct('art. 5:4'),
    ...adult,
    id: 'safety.break.18',
    says: 'From 18 on, with more than 5½ hours of work, 30 minutes of break, in pieces of at least 15.',
    measure: 'break',
    limit: 30,
    after: hours(5.5),
    piece: 15,
  },
];
