/** A day of the calendar in the Netherlands, "2026-10-25". */
export type Day = string;

const minutesADay = 24 * 60;

/** A plan asks for the same few hundred days thousands of times. */
const knownNumbers = new Map<Day, number>();
const knownDays = new Map<number, Day>();
const mostKnown = 20_000;

function remember<K, V>(known: Map<K, V>, key: K, value: V): V {
  if (known.size >= mostKnown) known.clear();
  known.set(key, value);
  return value;
}

/** Days since 1 January 1970, counted on the calendar: no clock change disturbs it. */
export function dayNumber(day: Day): number {
  return knownNumbers.get(day) ?? remember(knownNumbers, day, numberOf(day));
}

function numberOf(day: Day): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return Math.round(Date.UTC(year, month - 1, date) / (minutesADay * 60_000));
}

/** The day so many days after another. */
export function addDays(day: Day, days: number): Day {
  const number = dayNumber(day) + days;
  return knownDays.get(number) ?? remember(knownDays, number, dayOf(number));
}

function dayOf(number: number): Day {
  return new Date(number * minutesADay * 60_000).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  // 1 January 1970 was a Thursday.
  return ((dayNumber(day) + 3) % 7) + 1;
}

/** The Monday of the week that this day is in. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** "07:30" as minutes since midnight on the clock: 450. */
export function clockMinutes(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Minutes since midnight as "07:30"; those after the next midnight begin again at 00:00. */
export function clockOf(minutes: number): string {
  const within = ((minutes % minutesADay) + minutesADay) % minutesADay;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

/** The last Sunday of a month. */
function lastSunday(year: number, month: '03' | '10'): Day {
  // March and October both have 31 days.
  const last = `${year}-${month}-31`;
  return addDays(last, -(weekdayOf(last) % 7));
}

/**
 * How many minutes the clock in the Netherlands is ahead of UTC. Summer time: from the last Sunday of March 02:00 to the last Sunday of October
 * 03:00 on the clock (Directive 2000/84/EC). Of an hour that happens twice, the first is meant; one that is skipped counts on from before.
 */
function aheadOfUtc(day: Day, minutes: number): number {
  const year = Number(day.slice(0, 4));
  const [begin, end] = [lastSunday(year, '03'), lastSunday(year, '10')];
  const afterBegin = day > begin || (day === begin && minutes >= 3 * 60);
  const beforeEnd = day < end || (day === end && minutes < 3 * 60);
  return afterBegin && beforeEnd ? 120 : 60;
}

/** The moment when the clock in the Netherlands shows this, in minutes since 1970 UTC. Minutes past 24:00 are of the day after. */
export function instantOf(day: Day, minutes: number): number {
  const date = addDays(day, Math.floor(minutes / minutesADay));
  const within = minutes % minutesADay;
  return dayNumber(date) * minutesADay + within - aheadOfUtc(date, within);
}
