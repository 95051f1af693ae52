import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { levels, suggestGrade } from '@buitenboord/shared/domain/grade/suggested-grade.js';

const levelGrades = { practise: 45, sufficient: 65, good: 85 };

describe('the grade that the PTA suggests', () => {
  it('weighs the company through the table with the teacher’s own judgement [grade.company-share]', () => {
    const suggestion = suggestGrade({ companyWeight: 40, levelGrades }, ['good', 'good', 'sufficient', 'good'], 70);
    expect(suggestion).toEqual({
      kind: 'grade',
      tenths: 74,
      company: { hundredths: 800, weight: 40, part: 320 },
      evidence: { hundredths: 700, weight: 60, part: 420 },
    });
  });

  it('rounds once, at the end, half up', () => {
    // Company 6,5 and evidence 6,4 at half each: 6,45 becomes 6,5.
    expect(suggestGrade({ companyWeight: 50, levelGrades }, ['sufficient'], 64)).toMatchObject({ tenths: 65 });
    // Mean of the levels 7,1666…: with all the weight 7,2, and not 7,17 first.
    expect(
      suggestGrade({ companyWeight: 100, levelGrades }, ['sufficient', 'sufficient', 'good'], undefined),
    ).toMatchObject({
      tenths: 72,
    });
  });

  it('is the teacher’s own where the company only advises [grade.company-share]', () => {
    expect(suggestGrade({ companyWeight: 0 }, ['practise'], 81)).toMatchObject({ kind: 'grade', tenths: 81 });
  });

  it.each([
    ['without an own judgement', { companyWeight: 40, levelGrades }, ['good'] as const, undefined, 'no-own-judgement'],
    ['without a table', { companyWeight: 40 }, ['good'] as const, 70, 'no-table'],
    ['without the company', { companyWeight: 40, levelGrades }, undefined, 70, 'no-company-judgement'],
  ])('is none %s', (_why, rule, company, own, because) => {
    expect(suggestGrade(rule, company, own)).toEqual({ kind: 'none', because });
  });

  it('lies between the lowest and the highest of its parts, whatever the weights', () => {
    const level = fc.constantFrom(...levels);
    fc.assert(
      fc.property(
        fc.array(level, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 10, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (company, own, companyWeight) => {
          const suggestion = suggestGrade({ companyWeight, levelGrades }, company, own);
          const parts = [own, ...company.map((each) => levelGrades[each])];
          expect(suggestion.kind).toBe('grade');
          if (suggestion.kind !== 'grade') return;
          expect(suggestion.tenths).toBeGreaterThanOrEqual(Math.min(...parts));
          expect(suggestion.tenths).toBeLessThanOrEqual(Math.max(...parts));
        },
      ),
    );
  });
});
