import { dayNumber, mondayOf, type Day } from '../safety/dutch-clock.js';

/** A day at the company and its real minutes of work. */
export interface WorkedDay {
  date: Day;
  minutes: number;
}

/** How far something is between its limits: until now, as planned, and where it ends at this pace. */
export interface Meter {
  done: number;
  planned: number;
  forecast: number;
  min?: number;
  max?: number;
  /** Where the forecast ends. */
  state: 'below' | 'within' | 'above';
}

/** Leerwerktraject: WVO 2020 art. 2.38 lid 9, over years 3 and 4 together. */
export const trackLimits = { minutes: { min: 640 * 60, max: 1280 * 60 }, days: { min: 80, max: 160 } } as const;
/** Entree: per cent of teaching time that is practical training. */
export const entreeLimits = { bol: { min: 20, max: 60 }, bbl: { min: 60 } } as const;

export interface Limits {
  min?: number;
  max?: number;
}

/** The meters of a work-learning track. `until`: the last day on which there can be practice; the forecast goes on at the pace of the plan until then. */
export function trackMeters(days: readonly WorkedDay[], today: Day, until: Day): { minutes: Meter; days: Meter } {
  const sum = (some: readonly WorkedDay[]) => some.reduce((total, { minutes }) => total + minutes, 0);
  const done = days.filter(({ date }) => date < today);
  const ahead = days.filter(({ date }) => date >= today);
  const more = weeksAtPace(days, until);
  return {
    minutes: meterOf(sum(done), sum(ahead), sum(days) * (1 + more), trackLimits.minutes),
    days: meterOf(done.length, ahead.length, days.length * (1 + more), trackLimits.days),
  };
}

/** How many times the plan so far would fit in the weeks that are left after it. */
function weeksAtPace(days: readonly WorkedDay[], until: Day): number {
  const dates = days.map(({ date }) => date).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const planned = (dayNumber(mondayOf(last)) - dayNumber(mondayOf(first))) / 7 + 1;
  const left = Math.max(0, (dayNumber(mondayOf(until)) - dayNumber(mondayOf(last))) / 7);
  return left / planned;
}

/** The share of teaching time, in per cent, that is practical training of an entree course. */
export function entreeMeter(
  days: readonly WorkedDay[],
  today: Day,
  entree: { route: 'bol' | 'bbl'; teachingMinutes: number },
): Meter {
  const share = (some: readonly WorkedDay[]) =>
    (some.reduce((total, { minutes }) => total + minutes, 0) * 100) / entree.teachingMinutes;
  const done = share(days.filter(({ date }) => date < today));
  const planned = share(days.filter(({ date }) => date >= today));
  return meterOf(done, planned, done + planned, entreeLimits[entree.route]);
}

function meterOf(done: number, planned: number, forecast: number, limits: Limits): Meter {
  const { min, max } = limits;
  const state =
    min !== undefined && forecast < min ? 'below' : max !== undefined && forecast > max ? 'above' : 'within';
  return { done, planned, forecast: Math.round(forecast), ...limits, state };
}
