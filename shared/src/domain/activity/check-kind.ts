import type { Rule } from '../rules/rule.js';
import { addDays, type Day } from '../safety/dutch-clock.js';
import type { Finding } from '../safety/finding.js';
import type { ActivityKind } from './activity-kind.js';
import { kindRules } from './kind-rules.js';
import { entreeLimits, entreeMeter, trackLimits, type WorkedDay } from './meter.js';

export interface KindFacts {
  /** All days of this kind of this student, also those of other activities. */
  days: readonly WorkedDay[];
  today: Day;
  /** The company's recognition by SBB, and when somebody looked it up. */
  recognition?: { number: string; checkedOn: Day };
  entree?: { route: 'bol' | 'bbl'; teachingMinutes: number };
}

/** What the limits of a kind say about a plan. Too little is no fault while somebody is still planning: the meter tells. */
export function checkKind(kind: ActivityKind, facts: KindFacts): Finding[] {
  return [
    ...(kind.needsRecognition ? recognitionFindings(facts) : []),
    ...(kind.limits === 'track' ? trackFindings(facts.days) : []),
    ...(kind.limits === 'entree' ? entreeFindings(facts) : []),
  ];
}

function recognitionFindings({ recognition, today }: KindFacts): Finding[] {
  if (!recognition) return [finding(kindRules.recognition, 'block', 'activity.says.recognition', 1, 0)];
  const { checkedOn } = recognition;
  const isOld = checkedOn < addDays(today, -365);
  return isOld ? [finding(kindRules.recognitionChecked, 'warn', 'activity.says.recognitionChecked', 365, 366)] : [];
}

function trackFindings(days: readonly WorkedDay[]): Finding[] {
  const minutes = days.reduce((sum, day) => sum + day.minutes, 0);
  const { max: mostMinutes } = trackLimits.minutes;
  const { max: mostDays } = trackLimits.days;
  return [
    ...(minutes > mostMinutes
      ? [finding(kindRules.trackHours, 'block', 'activity.says.trackHours', mostMinutes, minutes)]
      : []),
    ...(days.length > mostDays
      ? [finding(kindRules.trackDays, 'block', 'activity.says.trackDays', mostDays, days.length)]
      : []),
  ];
}

function entreeFindings({ days, today, entree }: KindFacts): Finding[] {
  if (!entree || entree.teachingMinutes === 0) return [];
  const { forecast, state } = entreeMeter(days, today, entree);
  if (state === 'within') return [];
  const limits = entreeLimits[entree.route];
  const limit = state === 'above' && 'max' in limits ? limits.max : limits.min;
  const rule = entree.route === 'bol' ? kindRules.entreeBol : kindRules.entreeBbl;
  const sentence = state === 'above' ? 'activity.says.entreeAbove' : 'activity.says.entreeBelow';
  return [finding(rule, 'warn', sentence, limit, forecast)];
}

function finding(
  rule: Rule,
  severity: Finding['severity'],
  sentence: Finding['sentence'],
  limit: number,
  value: number,
): Finding {
  const { id, source, confidence } = rule;
  return { rule: id, severity, sentence, limit, value, source, confidence };
}
