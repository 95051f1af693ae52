import { describe, expect, it } from '@jest/globals';
import { chosenLevels, openQuestions, stepAfter } from '@buitenboord/shared/domain/company/assessment-steps.js';

describe('the way through the questions', () => {
  it('goes on to the next open question', () => {
    expect(stepAfter([null, null, null], 0)).toEqual({ kind: 'question', number: 1 });
    expect(stepAfter(['good', null, null], 1)).toEqual({ kind: 'question', number: 2 });
  });

  it('skips what was answered before', () => {
    expect(stepAfter(['good', 'good', null], 1)).toEqual({ kind: 'question', number: 3 });
  });

  it('comes back to a question that was left open', () => {
    expect(stepAfter([null, 'good', 'good'], 3)).toEqual({ kind: 'question', number: 1 });
  });

  it('ends at the summary', () => {
    expect(stepAfter(['good', 'practise', 'sufficient'], 2)).toEqual({ kind: 'summary' });
  });

  it('has a place for each criterion, whatever was kept', () => {
    expect(chosenLevels(4, ['good'])).toEqual(['good', null, null, null]);
    expect(openQuestions(chosenLevels(3, ['good', null, 'good', 'good']))).toEqual([2]);
  });
});
