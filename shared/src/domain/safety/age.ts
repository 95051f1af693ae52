import { addDays, type Day } from './dutch-clock.js';

/** How old somebody is on a day. Who was born on 29 February grows older on 1 March: the stricter of the two readings. */
export function ageOn(bornOn: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) >= bornOn.slice(5) ? years : years - 1;
}

/** The first day on which somebody has this age. */
export function dayOfAge(bornOn: Day, age: number): Day {
  const day = `${Number(bornOn.slice(0, 4)) + age}${bornOn.slice(4)}`;
  // 29 February of a year that has none.
  return addDays(day, 0);
}

/** In which year of the vmbo somebody of this cohort (the year in which it began) is; undefined when the cohort isn't a year, or over. */
export function yearLevelOf(cohort: string | undefined, schoolYear: string): number | undefined {
  if (!/^\d{4}$/u.test(cohort ?? '')) return undefined;
  const level = Number(schoolYear.slice(0, 4)) - Number(cohort) + 1;
  return level >= 1 && level <= 4 ? level : undefined;
}

/**
 * The birthday of the youngest student whom a year level allows without skipping a class: she becomes 12 on the last day of the calendar year in which
 * she begins. Used while the date of birth isn't known; an unknown level counts as the first. An inference of ours, on the safe side.
 */
export function assumedBirthDate(yearLevel: number | undefined, schoolYear: string): Day {
  return `${Number(schoolYear.slice(0, 4)) - 11 - (yearLevel ?? 1)}-12-31`;
}
