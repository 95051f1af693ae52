import type { TimeRule } from './safety-rule.js';
import { governmentSite, inference } from './sources.js';
import type { WorkContext } from './work-context.js';

const hours = (count: number) => count * 60;
const service: readonly WorkContext[] = ['communityService'];
const site = governmentSite('“Hoeveel uur mag ik werken tijdens een maatschappelijke stage?”');
/** Community service: another law, other hours. */
export const communityService: readonly TimeRule[] = [
  ...communityHours('13-14', [13, 14], { freeDay: 7, holidayWeek: 35, holidayWeeks: 4, inRow: 3 }),
  {
    ...site,
    id: 'safety.service.days.13-14',
    says: 'Community service at 13 and 14: at most 5 days a week.',
    ages: [13, 14],
    contexts: service,
    measure: 'daysPerWeek',
    limit: 5,
  },
  ...communityHours('15', [15, 15], { freeDay: 8, holidayWeek: 40, holidayWeeks: 6, inRow: 4 }),
  ...communityTimes('13', [13, 13], site),
  ...communityTimes('14-15', [14, 15], inference(site.source)),
];

function communityHours(
  name: string,
  ages: readonly [number, number],
  limit: { freeDay: number; holidayWeek: number; holidayWeeks: number; inRow: number },
): TimeRule[] {
  const about = { ...site, ages, contexts: service };
  const at = `Community service at ${ages[0] === ages[1] ? ages[0] : ages.join(' and ')}:`;
  return [
    {
      ...about,
      id: `safety.service.school-day.${name}`,
      says: `${at} at most 2 hours on a day with school.`,
      measure: 'schoolDay',
      limit: hours(2),
    },
    {
      ...about,
      id: `safety.service.free-day.${name}`,
      says: `${at} at most ${limit.freeDay} hours on a day without school.`,
      measure: 'freeDay',
      limit: hours(limit.freeDay),
    },
    {
      ...about,
      id: `safety.service.school-week.${name}`,
      says: `${at} at most 12 hours in a week with school.`,
      measure: 'schoolWeek',
      limit: hours(12),
    },
    {
      ...about,
      id: `safety.service.holiday-week.${name}`,
      says: `${at} at most ${limit.holidayWeek} hours in a week of holidays.`,
      measure: 'holidayWeek',
      limit: hours(limit.holidayWeek),
    },
    {
      ...about,
      id: `safety.service.holiday-weeks.${name}`,
      says: `${at} in at most ${limit.holidayWeeks} weeks of holidays a year.`,
      measure: 'holidayWeeks',
      limit: limit.holidayWeeks,
    },
    {
      ...about,
      id: `safety.service.holiday-weeks-in-row.${name}`,
      says: `${at} in at most ${limit.inRow} weeks of holidays in a row.`,
      measure: 'holidayWeeksInRow',
      limit: limit.inRow,
    },
  ];
}

function communityTimes(name: string, ages: readonly [number, number], source: typeof site): TimeRule[] {
  const about = { ...source, ages, contexts: service };
  const at = `Community service at ${ages[0] === ages[1] ? ages[0] : ages.join(' and ')}:`;
  return [
    {
      ...about,
      id: `safety.service.earliest.${name}`,
      says: `${at} not before 07:00.`,
      measure: 'earliest',
      limit: hours(7),
    },
    {
      ...about,
      id: `safety.service.latest.${name}`,
      says: `${at} not after 19:00.`,
      measure: 'latest',
      limit: hours(19),
    },
    {
      ...about,
      id: `safety.service.daily-rest.${name}`,
      says: `${at} fourteen hours of rest in one piece in every 24.`,
      measure: 'dailyRest',
      limit: hours(14),
    },
    {
      ...about,
      id: `safety.service.sunday.${name}`,
      says: `${at} on Sunday only when the work needs it and parents consent.`,
      measure: 'sunday',
      limit: 0,
    },
    {
      ...about,
      id: `safety.service.saturday-before.${name}`,
      says: `${at} who works on Sunday has the Saturday before it free.`,
      measure: 'saturdayBefore',
      limit: 0,
    },
    {
      ...about,
      id: `safety.service.free-sundays.${name}`,
      says: `${at} at least 5 free Sundays in 16 weeks.`,
      measure: 'freeSundays16',
      limit: 5,
    },
    {
      ...about,
      id: `safety.service.break.${name}`,
      says: `${at} with more than 4½ hours of work, a break of 30 minutes.`,
      measure: 'break',
      limit: 30,
      after: hours(4.5),
      piece: 30,
    },
  ];
}
