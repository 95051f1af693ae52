import { checkDays } from './check-days.js';
import { checkDailyRests, checkWeeklyRests } from './check-rests.js';
import { checkSundays } from './check-sundays.js';
import { checkAverages, checkHolidayWeeks, checkWeeks } from './check-weeks.js';
import type { Finding } from './finding.js';
import type { PlannedDay, Worker } from './planned-day.js';
import { scheduleOf, type Schedule } from './schedule.js';
import type { Context } from './work-context.js';

/** In the order in which somebody would look: each day, the nights between, the weeks, the months, the Sundays. */
const checks: readonly ((schedule: Schedule) => Finding[])[] = [
  checkDays,
  checkDailyRests,
  checkWeeks,
  checkAverages,
  checkWeeklyRests,
  checkHolidayWeeks,
  checkSundays,
];

/**
 * Everything about these days that doesn't fit the person's age on each of them, by date. Nothing found: the hours are allowed. Exact minutes; days of
 * one person, each date once.
 */
export function checkSchedule(person: Worker, days: readonly PlannedDay[], context: Context): Finding[] {
  const schedule = scheduleOf(person, days, context);
  const found = checks.flatMap((check) => check(schedule));
  return found.sort((one, other) => (one.on ?? '').localeCompare(other.on ?? ''));
}
