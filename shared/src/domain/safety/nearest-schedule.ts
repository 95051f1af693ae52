import { checkSchedule } from './check-schedule.js';
import { clockOf } from './dutch-clock.js';
import { blocksOf, type Finding } from './finding.js';
import { shiftOf, type PlannedDay, type Worker } from './planned-day.js';
import type { Context } from './work-context.js';

/** Times are proposed on whole five minutes: nobody agrees on 15:47. */
const step = 5;
const breakMinutes = 30;
const mostRepairs = 20;

/**
 * The schedule nearest to this one that no rule forbids: what is allowed already stays as it is; else, day by day, a break is put in, a day begins later
 * or ends earlier, or is left out. Warnings stay for the person who may accept them.
 */
export function nearestSchedule(person: Worker, days: readonly PlannedDay[], context: Context): readonly PlannedDay[] {
  const blocks = (some: readonly PlannedDay[]) => blocksOf(checkSchedule(person, some, context));
  if (blocks(days).length === 0) return days;
  // Each step holds by itself: days that aren't kept yet, or not at all, count as days at school.
  const kept: PlannedDay[] = [];
  for (const day of [...days].sort((one, other) => one.date.localeCompare(other.date))) {
    const fitting = repaired(day, (candidate) => blocks([...kept, candidate]));
    if (fitting) kept.push(fitting);
  }
  return kept;
}

function repaired(day: PlannedDay, blocks: (candidate: PlannedDay) => Finding[]): PlannedDay | undefined {
  let candidate = day;
  for (let repairs = 0; repairs < mostRepairs; repairs++) {
    const [first] = blocks(candidate);
    if (!first) return candidate;
    const next = changedFor(candidate, first);
    if (!next) return undefined;
    candidate = next;
  }
  return undefined;
}

/** The smallest change that answers one finding, or nothing when only leaving the day out does. */
function changedFor(day: PlannedDay, { sentence, limit, value, on }: Finding): PlannedDay | undefined {
  const { from, to } = shiftOf(day);
  switch (sentence) {
    case 'safety.says.earliest':
      return between(day, limit, to > 24 * 60 ? limit : to);
    case 'safety.says.latest':
      return between(day, from, limit);
    case 'safety.says.night':
      return value === from && from < limit ? between(day, 6 * 60, to) : between(day, from, limit);
    case 'safety.says.break':
      return day.breaks.join() === String(breakMinutes) ? undefined : { ...day, breaks: [breakMinutes] };
    case 'safety.says.day':
    case 'safety.says.week':
      return between(day, from, to - (value - limit));
    case 'safety.says.average4':
      return between(day, from, to - (value - limit) * 4);
    case 'safety.says.average16':
      return between(day, from, to - (value - limit) * 16);
    case 'safety.says.dailyRest':
    case 'safety.says.shortRest':
      // The rest after an earlier day is too short: begin later. After this day: be done earlier.
      return on === day.date ? between(day, from, to - (limit - value)) : between(day, from + (limit - value), to);
    default:
      return undefined;
  }
}

/** The day between these minutes on the clock, inwards to whole five minutes; undefined when nothing is left of it. */
function between(day: PlannedDay, from: number, to: number): PlannedDay | undefined {
  const [begin, end] = [Math.ceil(from / step) * step, Math.floor(to / step) * step];
  const shorter = { ...day, from: clockOf(begin), to: clockOf(end) };
  const unchanged = shorter.from === day.from && shorter.to === day.to;
  if (unchanged || begin >= end || begin >= 24 * 60 || shiftOf(shorter).worked === 0) return undefined;
  return shorter;
}
