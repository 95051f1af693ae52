import { z } from 'zod';
import { addDays, clockMinutes, instantOf, weekdayOf, type Day } from './dutch-clock.js';

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u);
const Minutes = z
  .int()
  .min(0)
  .max(24 * 60);

/** One day at the company. `to` that isn't after `from` is on the next day. Breaks are in minutes, one number a break. */
export const PlannedDay = z.strictObject({
  date: z.iso.date(),
  from: Clock,
  to: Clock,
  breaks: z.array(Minutes).max(6),
  /** At school on that same day, breaks included. */
  schoolMinutes: Minutes.optional(),
});
export type PlannedDay = z.infer<typeof PlannedDay>;

/** What else fills a student's week. */
export interface Worker {
  bornOn: Day;
  /** Minutes at school on an ordinary Monday … Sunday, breaks included. */
  schoolWeek: readonly number[];
  /** School holidays, first and last day. */
  holidays: readonly { from: Day; to: Day }[];
  sideJob: { dayMinutes: number; weekMinutes: number };
}

/** A planned day, measured. */
export interface Shift {
  day: PlannedDay;
  date: Day;
  /** Minutes on the clock of its own date; `to` past 24:00 is in the next night. */
  from: number;
  to: number;
  /** Moments, in minutes since 1970: what rests are measured between, also when the clock changes. */
  start: number;
  end: number;
  /** Real minutes of work, without breaks. */
  worked: number;
  /** Breaks that count as such. */
  breaks: readonly number[];
}

/** A break is at least a quarter of an hour in one piece; what is shorter stays working time (Arbeidstijdenwet art. 5:4). */
const shortestBreak = 15;

/** Measures a day: real minutes, so that a night in which the clock changes is an hour longer or shorter. */
export function shiftOf(day: PlannedDay): Shift {
  const from = clockMinutes(day.from);
  const until = clockMinutes(day.to);
  const to = until > from ? until : until + 24 * 60;
  const [start, end] = [instantOf(day.date, from), instantOf(day.date, to)];
  const breaks = day.breaks.filter((minutes) => minutes >= shortestBreak);
  const rested = breaks.reduce((sum, minutes) => sum + minutes, 0);
  return { day, date: day.date, from, to, start, end, breaks, worked: Math.max(0, end - start - rested) };
}

/** The Sundays that a shift touches: also one that it only runs into at midnight. */
export function sundayOf({ date, to }: Shift): Day | undefined {
  if (weekdayOf(date) === 7) return date;
  return weekdayOf(date) === 6 && to > 24 * 60 ? addDays(date, 1) : undefined;
}

export function isHoliday({ holidays }: Pick<Worker, 'holidays'>, day: Day): boolean {
  return holidays.some(({ from, to }) => day >= from && day <= to);
}
