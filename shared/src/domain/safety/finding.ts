import type { Confidence } from '../rules/rule.js';
import type { Day } from './dutch-clock.js';
import type { Measure, Severity, TaskRule, TimeRule } from './safety-rule.js';
import type { Hazard } from './work-context.js';

/** Limits of a kind of activity, which are said in the same way. */
type KindSentence = `activity.says.${
  'recognition' | 'recognitionChecked' | 'trackHours' | 'trackDays' | 'entreeAbove' | 'entreeBelow'}`;

/** The sentence that says a rule in plain words; the catalogue of texts has one for each. */
export type RuleSentence = `safety.says.${Measure | 'task' | 'taskToAsk' | 'taskWithExpert'}` | KindSentence;

/** What doesn't fit, where, and what it rests on. Limit and value are in the rule's own unit: minutes, minutes on the clock, days, weeks or years. */
export interface Finding {
  rule: string;
  severity: Severity;
  sentence: RuleSentence;
  limit: number;
  value: number;
  /** Of a task. */
  hazard?: Hazard;
  /** The day, or the first day of the period. */
  on?: Day;
  source: string;
  textOf?: string;
  confidence: Confidence;
}

/** A finding on a rule about time. */
export function timeFinding(rule: TimeRule, value: number, on: Day): Finding {
  return { ...restingOn(rule), sentence: `safety.says.${rule.measure}`, limit: rule.limit, value, on };
}

/** A finding on a rule about a task, for somebody of this age. */
export function taskFinding(rule: TaskRule, age: number): Finding {
  return {
    ...restingOn(rule),
    sentence: sentenceOfTask(rule),
    limit: rule.ages[1] + 1,
    value: age,
    hazard: rule.hazard,
  };
}

/** How a rule on a task is said. */
export function sentenceOfTask({ allowedWithExpert, severity }: TaskRule): RuleSentence {
  if (allowedWithExpert) return 'safety.says.taskWithExpert';
  return severity === 'block' ? 'safety.says.task' : 'safety.says.taskToAsk';
}

function restingOn(rule: TimeRule | TaskRule) {
  const { id, severity, source, textOf, confidence } = rule;
  return { rule: id, severity, source, confidence, ...(textOf !== undefined && { textOf }) };
}

/** Says one finding from another, so that an acceptance is about this one and no other. */
export function findingKey({ rule, on, value }: Pick<Finding, 'rule' | 'on' | 'value'>): string {
  return [rule, on ?? '', value].join('|');
}

export function blocksOf(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === 'block');
}

export function warningsOf(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === 'warn');
}
