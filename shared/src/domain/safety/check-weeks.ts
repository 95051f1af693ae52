import { addDays, weekdayOf, type Day } from './dutch-clock.js';
import { timeFinding, type Finding } from './finding.js';
import { isHoliday } from './planned-day.js';
import type { TimeRule } from './safety-rule.js';
import type { Schedule } from './schedule.js';

/** The rules of a week, each once: on the days of a birthday's week there can be those of two ages. */
function rulesOfWeek(schedule: Schedule, monday: Day, measure: TimeRule['measure']): Map<TimeRule, Day> {
  const last = new Map<TimeRule, Day>();
  for (const { date } of schedule.shiftsIn(monday, 7)) {
    for (const rule of schedule.rulesOn(measure, date)) last.set(rule, date);
  }
  return last;
}

/**
 * Work, and school where it counts, in each week from Monday to Sunday. In the week of a birthday the limit of the younger age is for the days until
 * then, that of the older age for the whole week.
 */
export function checkWeeks(schedule: Schedule): Finding[] {
  const { weeks, worker, minutesIn } = schedule;
  return weeks.flatMap((monday) => {
    const found: Finding[] = [];
    const shifts = schedule.shiftsIn(monday, 7);
    const add = (measure: TimeRule['measure'], valueOf: (rule: TimeRule, days: number) => number) => {
      const rules = rulesOfWeek(schedule, monday, measure);
      const newest = Math.max(...[...rules.keys()].map(({ ages }) => ages[0]));
      for (const [rule, last] of rules) {
        const value = valueOf(rule, rule.ages[0] === newest ? 7 : weekdayOf(last));
        if (value > rule.limit) found.push(timeFinding(rule, value, monday));
      }
    };
    add('week', (rule, days) => minutesIn(monday, days, rule));
    if (worker.sideJob.weekMinutes > 0) {
      add('weekWithJob', (rule, days) => minutesIn(monday, days, rule) + worker.sideJob.weekMinutes);
    }
    const inHolidays = isHolidayWeek(schedule, monday);
    add(inHolidays ? 'holidayWeek' : 'schoolWeek', (rule, days) => minutesIn(monday, days, rule));
    add('daysPerWeek', () => new Set(shifts.map(({ date }) => date)).size);
    return found;
  });
}

/** A week without school: every working day of it is in the holidays. */
function isHolidayWeek({ worker }: Schedule, monday: Day): boolean {
  return [0, 1, 2, 3, 4].every((day) => isHoliday(worker, addDays(monday, day)));
}

/** Averages over each run of weeks that has work in it; weeks without work have their school, where it counts. */
export function checkAverages(schedule: Schedule): Finding[] {
  return [...averagesOver(schedule, 'average4', 4), ...averagesOver(schedule, 'average16', 16)];
}

function averagesOver(schedule: Schedule, measure: 'average4' | 'average16', weeks: number): Finding[] {
  // Only from 16 on are there averages; most students are younger.
  if (!schedule.shifts.some(({ date }) => schedule.rulesOn(measure, date).length > 0)) return [];
  const found = new Map<TimeRule, Finding>();
  const minutesOfWeek = rememberedMinutes(schedule);
  for (const first of schedule.weeks.flatMap((monday) => runsWith(monday, weeks))) {
    const last = schedule.shiftsIn(first, weeks * 7).at(-1);
    for (const rule of last ? schedule.rulesOn(measure, last.date) : []) {
      const mondays = Array.from({ length: weeks }, (_, week) => addDays(first, 7 * week));
      const average = mondays.reduce((sum, monday) => sum + minutesOfWeek(monday, rule), 0) / weeks;
      // One sentence a rule: the worst run.
      if (average > Math.max(rule.limit, found.get(rule)?.value ?? 0))
        found.set(rule, timeFinding(rule, average, first));
    }
  }
  return [...found.values()];
}

/** A week is in many runs, and counted once. */
function rememberedMinutes(schedule: Schedule): (monday: Day, rule: TimeRule) => number {
  const known = new Map<string, number>();
  return (monday, rule) => {
    const key = `${monday} ${rule.id}`;
    const minutes = known.get(key) ?? schedule.minutesIn(monday, 7, rule);
    known.set(key, minutes);
    return minutes;
  };
}

/** The first Mondays of the runs of weeks that hold this week. */
function runsWith(monday: Day, weeks: number): Day[] {
  return Array.from({ length: weeks }, (_, back) => addDays(monday, -7 * back));
}

/** Weeks of holidays that somebody works in: a school year's together, and in a row. */
export function checkHolidayWeeks(schedule: Schedule): Finding[] {
  const worked = schedule.weeks.filter((monday) => isHolidayWeek(schedule, monday));
  return worked.flatMap((monday) => {
    const year = worked.filter((each) => each <= monday && each > addDays(monday, -7 * 52));
    let row = 1;
    while (worked.includes(addDays(monday, -7 * row))) row++;
    const date = schedule.shiftsIn(monday, 7)[0]?.date ?? monday;
    const over = (measure: 'holidayWeeks' | 'holidayWeeksInRow', value: number) =>
      schedule
        .rulesOn(measure, date)
        .filter(({ limit }) => value === limit + 1)
        .map((rule) => timeFinding(rule, value, monday));
    return [...over('holidayWeeks', year.length), ...over('holidayWeeksInRow', row)];
  });
}
