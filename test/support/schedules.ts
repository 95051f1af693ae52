import { checkSchedule } from '@buitenboord/shared/domain/safety/check-schedule.js';
import { addDays, weekdayOf } from '@buitenboord/shared/domain/safety/dutch-clock.js';
import type { PlannedDay, Worker } from '@buitenboord/shared/domain/safety/planned-day.js';
import type { Context, WorkContext } from '@buitenboord/shared/domain/safety/work-context.js';

/** A Monday in an ordinary week, far from a change of the clock. */
export const monday = '2026-05-11';

/** Somebody who turned this age on New Year's Day of 2026, without school or side job unless said. */
export function aWorker(age: number, fields: Partial<Worker> = {}): Worker {
  return {
    bornOn: `${2026 - age}-01-01`,
    schoolWeek: [0, 0, 0, 0, 0, 0, 0],
    holidays: [],
    sideJob: { dayMinutes: 0, weekMinutes: 0 },
    ...fields,
  };
}

/** `aDay('2026-05-11', '09:00', '16:30')`, with half an hour of break. */
export function aDay(date: string, from = '09:00', to = '16:30', breaks: number[] = [30]): PlannedDay {
  return { date, from, to, breaks };
}

/** The days of a week from a Monday on, at the same hours. */
export function aWeek(first: string, days: number, from?: string, to?: string): PlannedDay[] {
  return Array.from({ length: days }, (_, index) => aDay(addDays(first, index), from, to));
}

/** So many weeks of so many days. */
export function weeksOf(weeks: number, days: number, from?: string, to?: string, first = monday): PlannedDay[] {
  return Array.from({ length: weeks }, (_, week) => aWeek(addDays(first, 7 * week), days, from, to)).flat();
}

export function sundays(count: number, first = '2026-05-17'): PlannedDay[] {
  if (weekdayOf(first) !== 7) throw new Error(`${first} is no Sunday`);
  return Array.from({ length: count }, (_, week) => aDay(addDays(first, 7 * week), '10:00', '12:00', []));
}

export const at = (work: WorkContext): Context => ({ work, setting: 'other' });

/** The ids of the rules that these days break. */
export function broken(worker: Worker, days: readonly PlannedDay[], work: WorkContext = 'placement'): string[] {
  return [...new Set(checkSchedule(worker, days, at(work)).map(({ rule }) => rule))];
}
