import type { Rule } from '../rules/rule.js';
import type { Hazard, Setting, WorkContext } from './work-context.js';

/** `block` is the law and nobody overrides it; `warn` is less sure or conditional: the safety approver may accept it with a reason. */
export type Severity = 'block' | 'warn';

interface SafetyRule extends Rule {
  severity: Severity;
  /** From this age up to and including that one, on the day of the activity. */
  ages: readonly [from: number, upTo: number];
  contexts: readonly WorkContext[];
  /** The state of the law's text that was read. Absent: a page of the government without a date. */
  textOf?: string;
}

/** What a rule on time measures. Limits are minutes, minutes on the clock, or a number of days or weeks. */
export const measures = [
  'noWork',
  'visitTasks',
  'earliest',
  'latest',
  'night',
  'day',
  'schoolDay',
  'freeDay',
  'dayWithJob',
  'break',
  'dailyRest',
  'shortRest',
  'week',
  'weekWithJob',
  'schoolWeek',
  'holidayWeek',
  'daysPerWeek',
  'average4',
  'average16',
  'weeklyRest',
  'sunday',
  'saturdayBefore',
  'freeSundays16',
  'freeSundays52',
  'holidayWeeks',
  'holidayWeeksInRow',
] as const;
export type Measure = (typeof measures)[number];

/** Who may work when. */
export interface TimeRule extends SafetyRule {
  measure: Measure;
  limit: number;
  /** Time at school, breaks included, is working time. */
  schoolCounts?: boolean;
  /** Of a break: after how many minutes of work it is due, and in pieces of at least how many minutes. Of the night: until when it lasts. */
  after?: number;
  piece?: number;
  until?: number;
}

/** Who may do what. */
export interface TaskRule extends SafetyRule {
  hazard: Hazard;
  /** Only there; absent: everywhere. */
  setting?: Setting;
  /** Allowed when an expert prevents the danger. */
  allowedWithExpert?: boolean;
  /** Kilograms, or decibels. */
  limit?: number;
  /** Hazard statements on the label (CLP). */
  labels?: readonly string[];
}

/** True when a rule is about somebody of this age in this context. */
export function isAbout(rule: SafetyRule, age: number, work: WorkContext): boolean {
  const [from, upTo] = rule.ages;
  return age >= from && age <= upTo && rule.contexts.includes(work);
}
