import { describe, expect, it } from '@jest/globals';
import {
  durationWords,
  findingWords,
  sourceWords,
  taskRuleWords,
  timeRuleWords,
} from '@buitenboord/lti-tool/placement/finding-words.js';
import { checkSchedule } from '@buitenboord/shared/domain/safety/check-schedule.js';
import { checkTasks } from '@buitenboord/shared/domain/safety/check-tasks.js';
import { taskRules } from '@buitenboord/shared/domain/safety/task-rules.js';
import { timeRules } from '@buitenboord/shared/domain/safety/time-rules.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { aDay, at, aWorker, monday } from '../../../support/schedules.js';

const nl = textIn('nl');
const en = textIn('en');

describe('the rules in words', () => {
  it.each([nl, en])('are a whole sentence each, with the limit in it ($locale)', (text) => {
    const all = [
      ...timeRules.map((rule) => timeRuleWords(text, rule)),
      ...taskRules.map((rule) => taskRuleWords(text, rule)),
    ];
    for (const words of all) {
      expect(words).toMatch(/^[A-Z].*\.$/u);
      expect(words).not.toMatch(/undefined|NaN|\$\{/u);
    }
  });

  it('say what holds, how it is now, and where it is written', () => {
    const [found] = checkSchedule(aWorker(15), [aDay(monday, '08:00', '16:45')], at('placement'));
    expect(findingWords(nl, found!)).toBe('Hooguit 7 uur op een dag. Schooltijd telt mee. Nu: 8 uur en 15 minuten.');
    expect(sourceWords(nl, found!)).toBe('Nadere regeling kinderarbeid art. 3:1, tekst van 18 november 2024');
    expect(findingWords(en, found!)).toBe('At most 7 hours a day. Time at school counts. Now: 8 hours and 15 minutes.');
  });

  it('say times as a clock, and a task with the age from which it may be', () => {
    const [late] = checkSchedule(aWorker(14), [aDay(monday, '15:00', '19:30', [])], at('placement'));
    expect(findingWords(nl, late!)).toBe('Niet na 19:00. Nu: 19:30.');
    const [tractor] = checkTasks(17, at('placement'), ['tractor'], 'near');
    expect(findingWords(nl, tractor!)).toContain('Onder 18 jaar alleen met een deskundige');
    const [sunday] = checkSchedule(aWorker(15), [aDay('2026-05-17')], at('placement'));
    expect(findingWords(nl, sunday!)).toBe('Nooit op zondag.');
  });

  it('mark what isn’t certain', () => {
    const [spray] = checkTasks(17, at('placement'), ['pesticides'], 'near');
    expect(sourceWords(nl, spray!)).toBe('◐ Niet helemaal zeker · rijksoverheid.nl, bestrijdingsmiddelen');
    const guessed = timeRules.find(({ confidence }) => confidence === 'low')!;
    expect(sourceWords(en, guessed)).toContain('◐ Our own reading');
  });

  it('count minutes and hours in the singular and in the plural', () => {
    expect([1, 60, 61, 120].map((minutes) => durationWords(en, minutes))).toEqual([
      '1 minute',
      '1 hour',
      '1 hour and 1 minute',
      '2 hours',
    ]);
  });
});
