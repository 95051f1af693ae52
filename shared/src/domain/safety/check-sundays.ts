import { addDays, type Day } from './dutch-clock.js';
import { timeFinding, type Finding } from './finding.js';
import { sundayOf } from './planned-day.js';
import type { Schedule } from './schedule.js';

/** Work on Sundays: each of them, the Saturday before it, and how many stay free. */
export function checkSundays(schedule: Schedule): Finding[] {
  const worked = [...new Set(schedule.shifts.map(sundayOf).filter((day) => day !== undefined))];
  const dates = new Set(schedule.shifts.map(({ date }) => date));
  const onSunday = worked.flatMap((sunday) => [
    ...schedule.rulesOn('sunday', sunday).map((rule) => timeFinding(rule, 1, sunday)),
    ...schedule
      .rulesOn('saturdayBefore', sunday)
      .filter(() => dates.has(addDays(sunday, -1)))
      .map((rule) => timeFinding(rule, 1, sunday)),
  ]);
  return [
    ...onSunday,
    ...freeSundays(schedule, worked, { measure: 'freeSundays16', weeks: 16 }),
    ...freeSundays(schedule, worked, { measure: 'freeSundays52', weeks: 52 }),
  ];
}

/** The first Sunday with which too few stay free in the weeks up to it; the value is how many do. */
function freeSundays(
  { rulesOn }: Schedule,
  worked: readonly Day[],
  { measure, weeks }: { measure: 'freeSundays16' | 'freeSundays52'; weeks: number },
): Finding[] {
  for (const sunday of worked) {
    const since = addDays(sunday, -7 * weeks);
    const free = weeks - worked.filter((day) => day > since && day <= sunday).length;
    const broken = rulesOn(measure, sunday).filter(({ limit }) => free < limit);
    if (broken.length > 0) return broken.map((rule) => timeFinding(rule, free, sunday));
  }
  return [];
}
