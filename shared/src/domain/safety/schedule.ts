import { ageOn } from './age.js';
import { addDays, mondayOf, weekdayOf, type Day } from './dutch-clock.js';
import { isHoliday, shiftOf, type PlannedDay, type Shift, type Worker } from './planned-day.js';
import { isAbout, type Measure, type TimeRule } from './safety-rule.js';
import { timeRules } from './time-rules.js';
import type { Context } from './work-context.js';

/** A person's planned days, measured and in order, and the questions that the checks ask of them. */
export interface Schedule {
  worker: Worker;
  shifts: readonly Shift[];
  /** The Mondays of the weeks with work in them. */
  weeks: readonly Day[];
  /** The rules of a measure for the age on this day. */
  rulesOn: (measure: Measure, day: Day) => readonly TimeRule[];
  shiftsIn: (first: Day, days: number) => readonly Shift[];
  /** Minutes at school on a day: what the plan says of it, else the ordinary week outside holidays. */
  schoolOn: (day: Day) => number;
  /** Minutes of work from a day on, and of school where the rule counts it. */
  minutesIn: (first: Day, days: number, rule: TimeRule) => number;
}

export function scheduleOf(worker: Worker, days: readonly PlannedDay[], context: Context): Schedule {
  const shifts = days.map(shiftOf).sort((one, other) => one.start - other.start);
  const byDate = new Map(shifts.map((shift) => [shift.date, shift]));
  const schoolOn = (day: Day): number => {
    const shift = byDate.get(day);
    if (shift) return shift.day.schoolMinutes ?? 0;
    return isHoliday(worker, day) ? 0 : (worker.schoolWeek[weekdayOf(day) - 1] ?? 0);
  };
  const rulesAt = rulesByAge(context);
  const datesFrom = (first: Day, count: number) => Array.from({ length: count }, (_, index) => addDays(first, index));
  return {
    worker,
    shifts,
    weeks: [...new Set(shifts.map(({ date }) => mondayOf(date)))],
    rulesOn: (measure, day) => rulesAt(ageOn(worker.bornOn, day)).filter((rule) => rule.measure === measure),
    shiftsIn: (first, count) => {
      const below = addDays(first, count);
      return shifts.filter(({ date }) => date >= first && date < below);
    },
    schoolOn,
    minutesIn: (first, count, rule) =>
      datesFrom(first, count).reduce(
        (sum, day) => sum + (byDate.get(day)?.worked ?? 0) + (rule.schoolCounts ? schoolOn(day) : 0),
        0,
      ),
  };
}

/** The rules for an age, looked up once: a schedule asks for them hundreds of times. */
function rulesByAge({ work }: Context): (age: number) => readonly TimeRule[] {
  const known = new Map<number, readonly TimeRule[]>();
  return (age) => {
    const rules = known.get(age) ?? timeRules.filter((rule) => isAbout(rule, age, work));
    known.set(age, rules);
    return rules;
  };
}
