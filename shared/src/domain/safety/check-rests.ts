import { timeFinding, type Finding } from './finding.js';
import type { Shift } from './planned-day.js';
import type { Schedule } from './schedule.js';

const dayMinutes = 24 * 60;
const weekMinutes = 7 * dayMinutes;
/** What ends a week of work for who has no weekly rest in law yet, and will have with a birthday. */
const weeklyRest = 36 * 60;

interface Rest {
  /** The work that the rest comes after. */
  shift: Shift;
  /** The longest rest in the 24 hours that begin with that work: until the next work, or until they are over. */
  minutes: number;
}

/** Real minutes between moments: in the night of the summer clock there is an hour less. */
function restsOf(shifts: readonly Shift[]): Rest[] {
  return shifts.map((shift, index) => {
    const next = shifts[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    return { shift, minutes: Math.min(shift.start + dayMinutes, next) - shift.end };
  });
}

/** Rest every day, by the age on the day of the work before it. */
export function checkDailyRests({ shifts, rulesOn }: Schedule): Finding[] {
  const rests = restsOf(shifts);
  return rests.flatMap(({ shift, minutes }, index) => {
    const shortest = rulesOn('shortRest', shift.date).filter(({ limit }) => minutes < limit);
    if (shortest.length > 0) return shortest.map((rule) => timeFinding(rule, minutes, shift.date));
    return rulesOn('dailyRest', shift.date).flatMap((rule) => {
      if (minutes >= rule.limit) return [];
      const mayOnce = rulesOn('shortRest', shift.date).length > 0;
      const before = rests.slice(0, index).filter((rest) => rest.minutes < rule.limit);
      const isFirst = before.every((rest) => shift.end - rest.shift.end >= weekMinutes);
      return mayOnce && isFirst ? [] : [timeFinding(rule, minutes, shift.date)];
    });
  });
}

/**
 * Rest every week: from the first work after a weekly rest, the next one must fit in 7 times 24 hours. The value is the rest that is left there.
 */
export function checkWeeklyRests({ shifts, rulesOn }: Schedule): Finding[] {
  const found: Finding[] = [];
  let first: Shift | undefined;
  let told = false;
  for (const [index, shift] of shifts.entries()) {
    const [rule] = rulesOn('weeklyRest', shift.date);
    const before = shifts[index - 1];
    if (!first || !before || shift.start - before.end >= (rule?.limit ?? weeklyRest)) {
      [first, told] = [shift, false];
    }
    if (!rule || told) continue;
    const left = first.start + weekMinutes - shift.end;
    if (left >= rule.limit) continue;
    told = true;
    found.push(timeFinding(rule, Math.max(0, left), shift.date));
  }
  return found;
}
