import { describe, expect, it } from '@jest/globals';
import { answerTo, Question } from '@buitenboord/lti-tool/age-check/age-check-form.js';

// A Wednesday.
const today = '2026-11-25';
const ask = (question: Record<string, unknown>) => answerTo(Question.parse(question), today);
const rulesOf = (question: Record<string, unknown>) => ask(question).findings.map(({ rule }) => rule);

describe('may a student of this age do this', () => {
  it('begins with a question that can be answered, whatever stands in the address', () => {
    expect(Question.parse({ age: 'x', kind: 'y', hazard: ['z'], from: '99', weekday: '9' })).toMatchObject({
      age: 15,
      kind: 'blockPlacement',
      hazard: [],
      weekday: 2,
    });
  });

  it('says yes to an ordinary day, and no with the reason to a long one', () => {
    expect(ask({ age: '15' })).toMatchObject({ verdict: 'yes', findings: [] });
    expect(ask({ age: '15', to: '17:00' })).toMatchObject({
      verdict: 'no',
      findings: [{ rule: 'safety.day.under-16', textOf: '2024-11-18' }],
    });
  });

  it('takes somebody to be exactly that old on the day', () => {
    expect(rulesOf({ age: '15', weekday: '7' })).toEqual(['safety.sunday.under-16']);
    expect(ask({ age: '16', weekday: '7' })).toMatchObject({ verdict: 'ask' });
    expect(rulesOf({ age: '13' })).toContain('safety.no-placement.13');
  });

  it('counts school on the same day', () => {
    expect(ask({ age: '15', from: '13:00', to: '17:00', pause: '0', school: '3' }).verdict).toBe('yes');
    expect(ask({ age: '15', from: '13:00', to: '17:00', pause: '0', school: '3.25' }).verdict).toBe('no');
  });

  it('asks about one hazard as about several', () => {
    expect(rulesOf({ age: '15', hazard: 'cashRegister' })).toEqual(['safety.task.cash-register']);
    expect(rulesOf({ age: '15', hazard: ['cashRegister', 'alcohol'] })).toHaveLength(2);
  });

  it('has nothing against a visit without work, and asks about one with something to do under 14', () => {
    expect(ask({ age: '12', kind: 'companyVisit', hazard: 'noise' }).verdict).toBe('noWork');
    expect(ask({ age: '13', kind: 'companyVisit', doesTasks: 'yes' }).verdict).toBe('ask');
    expect(ask({ age: '14', kind: 'companyVisit', doesTasks: 'yes' }).verdict).toBe('yes');
  });
});
