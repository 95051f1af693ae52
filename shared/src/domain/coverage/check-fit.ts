import type { HoursBand } from '../programme/offering.js';

/** A placement as somebody thinks of it. */
export interface PlannedTime {
  /** How many subtasks the elective has for this level. */
  subtasks: number;
  /** How many of them are to be done there. */
  there: number;
  days: number;
  hoursPerDay: number;
  band: HoursBand;
}

export type FitWarning =
  /** Fewer days than subtasks: not even a day for each. */
  | { kind: 'fewerDaysThanSubtasks'; days: number; there: number }
  | { kind: 'tooFewHours'; hours: number; needed: number }
  | { kind: 'moreHoursThanUsual'; hours: number; usual: number };

export interface Fit {
  hours: number;
  /** The part of the band for the subtasks that are done there, when each takes as long: whole hours, outwards. */
  neededFrom: number;
  neededTo: number;
  warnings: readonly FitWarning[];
}

/**
 * Weighs planned days and hours against the subtasks and the school's band of hours. Advice: it warns and never forbids. That each subtask takes
 * as long as another is our assumption; no source gives hours per subtask.
 */
export function checkFit({ subtasks, there, days, hoursPerDay, band }: PlannedTime): Fit {
  const hours = Math.round(days * hoursPerDay);
  const part = subtasks === 0 ? 1 : Math.min(there, subtasks) / subtasks;
  const [neededFrom, neededTo] = [Math.floor(band.hoursFrom * part), Math.ceil(band.hoursTo * part)];
  const warnings: FitWarning[] = [];
  if (days < there) warnings.push({ kind: 'fewerDaysThanSubtasks', days, there });
  if (hours < neededFrom) warnings.push({ kind: 'tooFewHours', hours, needed: neededFrom });
  if (hours > neededTo) warnings.push({ kind: 'moreHoursThanUsual', hours, usual: neededTo });
  return { hours, neededFrom, neededTo, warnings };
}
