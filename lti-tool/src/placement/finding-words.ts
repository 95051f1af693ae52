import type { Finding, RuleSentence } from '@buitenboord/shared/domain/safety/finding.js';
import { clockOf } from '@buitenboord/shared/domain/safety/dutch-clock.js';
import type { Measure, TaskRule, TimeRule } from '@buitenboord/shared/domain/safety/safety-rule.js';
import { sentenceOfTask } from '@buitenboord/shared/domain/safety/finding.js';
import { timeRules } from '@buitenboord/shared/domain/safety/time-rules.js';
import { formatDate } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';

type Unit = 'duration' | 'clock' | 'count' | 'age' | 'none';

const otherUnits: Partial<Readonly<Record<RuleSentence, Unit>>> = {
  'safety.says.noWork': 'age',
  'safety.says.visitTasks': 'age',
  'safety.says.task': 'age',
  'safety.says.taskToAsk': 'age',
  'safety.says.taskWithExpert': 'age',
  'safety.says.earliest': 'clock',
  'safety.says.latest': 'clock',
  'safety.says.night': 'clock',
  'safety.says.daysPerWeek': 'count',
  'safety.says.freeSundays16': 'count',
  'safety.says.freeSundays52': 'count',
  'safety.says.holidayWeeks': 'count',
  'safety.says.holidayWeeksInRow': 'count',
  'safety.says.sunday': 'none',
  'safety.says.saturdayBefore': 'none',
  'activity.says.trackDays': 'count',
  'activity.says.entreeAbove': 'count',
  'activity.says.entreeBelow': 'count',
  'activity.says.recognition': 'none',
  'activity.says.recognitionChecked': 'none',
};

/** "7 uur en 30 minuten" */
export function durationWords(text: Text, minutes: number): string {
  const whole = Math.round(minutes);
  return text('safety.hours', { hours: Math.floor(whole / 60), minutes: whole % 60 });
}

function amount(text: Text, sentence: RuleSentence, value: number): string {
  switch (otherUnits[sentence] ?? 'duration') {
    case 'duration':
      return durationWords(text, value);
    case 'clock':
      return clockOf(value);
    case 'age':
      return text('safety.years', { years: value });
    case 'count':
      return String(value);
    case 'none':
      return '';
  }
}

/** What a rule on time says, in plain words, with its limit. */
export function timeRuleWords(text: Text, rule: TimeRule): string {
  const sentence = `safety.says.${rule.measure}` as const;
  if (rule.measure === 'sunday' && rule.severity === 'block') return text('safety.says.sundayNever');
  const limit = amount(text, sentence, rule.limit);
  return [
    text(sentence, { limit }),
    rule.schoolCounts && text('safety.schoolCounts'),
    rule.measure === 'break' && rule.after && text('safety.afterWork', { after: durationWords(text, rule.after) }),
    rule.measure === 'break' && rule.piece === rule.limit && text('safety.inOnePiece'),
  ]
    .filter(Boolean)
    .join(' ');
}

/** What a rule on a task says, in plain words. */
export function taskRuleWords(text: Text, rule: TaskRule): string {
  const limit = text('safety.years', { years: rule.ages[1] + 1 });
  return text(sentenceOfTask(rule), { limit, task: text(`hazard.${rule.hazard}`) });
}

const measuresWithoutValue: readonly Measure[] = ['sunday', 'saturdayBefore', 'noWork', 'visitTasks'];

/** A finding in plain words: the rule, and how it is now. */
export function findingWords(text: Text, { rule, sentence, limit, value, hazard }: Finding): string {
  const known = timeRules.find(({ id }) => id === rule);
  if (known) {
    const words = timeRuleWords(text, known);
    if (measuresWithoutValue.includes(known.measure)) return words;
    return `${words} ${text('safety.now', { value: amount(text, sentence, value) })}`;
  }
  const task = hazard ? text(`hazard.${hazard}`) : '';
  const words = text(sentence, { limit: amount(text, sentence, limit), task });
  const says =
    hazard || otherUnits[sentence] === 'none' ? '' : text('safety.now', { value: amount(text, sentence, value) });
  return [words, says].filter(Boolean).join(' ');
}

/** Where it is written, with the date of the law's text, and how sure that is. */
export function sourceWords(text: Text, rule: Pick<Finding, 'source' | 'textOf' | 'confidence'>): string {
  const { source, textOf, confidence } = rule;
  const told = textOf ? text('safety.from', { source, day: formatDate(text.locale, textOf) }) : source;
  switch (confidence) {
    case 'high':
      return told;
    case 'medium':
      return `${text('safety.unsure')} · ${told}`;
    case 'low':
      return `${text('safety.inferred')} · ${told}`;
  }
}
