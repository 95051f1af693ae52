import { ageOn } from './age.js';
import { timeFinding, type Finding } from './finding.js';
import type { Shift } from './planned-day.js';
import type { Measure, TimeRule } from './safety-rule.js';
import type { Schedule } from './schedule.js';

/** What a rule measures of one day; `undefined` when there is nothing to say. */
type DayMeasure = (shift: Shift, rule: TimeRule, schedule: Schedule) => number | undefined;

const over = (value: number, { limit }: TimeRule) => (value > limit ? value : undefined);

const measuresOfDay: Partial<Readonly<Record<Measure, DayMeasure>>> = {
  noWork: ageOf,
  visitTasks: ageOf,
  earliest: ({ from }, { limit }) => (from < limit ? from : undefined),
  latest: ({ to }, rule) => over(to, rule),
  night: nightMinutes,
  day: ({ worked, date }, rule, { schoolOn }) => over(worked + (rule.schoolCounts ? schoolOn(date) : 0), rule),
  dayWithJob: ({ worked, date }, rule, { schoolOn, worker: { sideJob } }) =>
    // Without a side job it is the rule of the day itself, or nothing.
    sideJob.dayMinutes === 0 ? undefined : over(worked + schoolOn(date) + sideJob.dayMinutes, rule),
  schoolDay: ({ worked, date }, rule, schedule) => (isSchoolDay(schedule, date) ? over(worked, rule) : undefined),
  freeDay: ({ worked, date }, rule, schedule) => (isSchoolDay(schedule, date) ? undefined : over(worked, rule)),
  break: breakMinutes,
};

/** What is wrong with each day by itself. */
export function checkDays(schedule: Schedule): Finding[] {
  return schedule.shifts.flatMap((shift) =>
    (Object.keys(measuresOfDay) as Measure[]).flatMap((measure) =>
      schedule.rulesOn(measure, shift.date).flatMap((rule) => {
        const value = measuresOfDay[measure]?.(shift, rule, schedule);
        return value === undefined ? [] : [timeFinding(rule, value, shift.date)];
      }),
    ),
  );
}

function ageOf({ date }: Shift, _rule: TimeRule, { worker }: Schedule): number {
  return ageOn(worker.bornOn, date);
}

function isSchoolDay({ schoolOn }: Schedule, day: string): boolean {
  return schoolOn(day) > 0;
}

/** The first minute on the clock that lies in the night, when one does. */
function nightMinutes({ from, to }: Shift, { limit, until = 0 }: TimeRule): number | undefined {
  if (from < until) return from;
  if (from >= limit) return from;
  return to > limit ? to : undefined;
}

/** The break that there is, when it is due and too short. */
function breakMinutes({ worked, breaks }: Shift, rule: TimeRule): number | undefined {
  const { limit, after = 0, piece = 0 } = rule;
  if (worked <= after) return undefined;
  const rested = breaks.filter((minutes) => minutes >= piece).reduce((sum, minutes) => sum + minutes, 0);
  return rested < limit ? rested : undefined;
}
