import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sideBySide } from '@buitenboord/shared/domain/assessment/side-by-side.js';
import { levels, suggestGrade, type Level } from '@buitenboord/shared/domain/grade/suggested-grade.js';

const rubric = [{ title: 'De las is vlak' }, { title: 'Veilig werken' }];
const answers = fc.option(fc.array(fc.option(fc.constantFrom(...levels)), { minLength: 2, maxLength: 2 }), {
  nil: undefined,
});

describe('three judges beside each other', () => {
  it('says per question whether they agree, and by how much they differ', () => {
    const beside = sideBySide(rubric, {
      self: ['good', 'good'],
      company: ['good', 'sufficient'],
      teacher: ['good', 'practise'],
    });
    expect(beside.map(({ comparison }) => comparison)).toEqual(['agree', 'apart']);
  });

  it('has nothing to compare while one of them alone has spoken', () => {
    const [first] = sideBySide(rubric, { self: ['good', null], company: undefined, teacher: undefined });
    expect(first).toMatchObject({ self: 'good', company: null, teacher: null, comparison: 'alone' });
  });

  it('is one step apart where neighbours were chosen', () => {
    const [first] = sideBySide(rubric, { self: ['good'], company: ['sufficient'], teacher: undefined });
    expect(first?.comparison).toBe('differ');
  });

  it('compares alike whoever said what', () => {
    fc.assert(
      fc.property(answers, answers, answers, (self, company, teacher) => {
        const one = sideBySide(rubric, { self, company, teacher });
        const other = sideBySide(rubric, { self: teacher, company: self, teacher: company });
        expect(one.map(({ comparison }) => comparison)).toEqual(other.map(({ comparison }) => comparison));
      }),
    );
  });

  it('has a row for every question of the rubric, whatever was answered', () => {
    fc.assert(
      fc.property(answers, (self) => {
        expect(sideBySide(rubric, { self, company: undefined, teacher: undefined })).toHaveLength(rubric.length);
      }),
    );
  });

  it('[grade.company-share] suggests by the exact sum of the PTA’s rule: 60% of a mean of 25/3 and 40% of 7.0 is 7.8', () => {
    const levelGrades = { practise: 50, sufficient: 70, good: 90 };
    const company: Level[] = ['good', 'good', 'sufficient'];
    expect(suggestGrade({ companyWeight: 60, levelGrades }, company, 70)).toMatchObject({
      tenths: 78,
      company: { hundredths: 833, part: 500 },
      evidence: { hundredths: 700, part: 280 },
    });
  });
});
