import { describe, expect, it } from '@jest/globals';
import {
  fitsScale,
  formatTenths,
  GradeValue,
  parseTenths,
  sameGrade,
} from '@buitenboord/shared/domain/grade/grade-value.js';
import { standingGrade } from '@buitenboord/shared/domain/grade/grade-key.js';

describe('a grade as it is typed', () => {
  it.each([
    ['7,4', 74],
    ['7.4', 74],
    ['7', 70],
    [' 10 ', 100],
    ['10,0', 100],
    ['1,0', 10],
  ])('reads %s', (typed, tenths) => expect(parseTenths(typed)).toBe(tenths));

  it.each(['', '0', '0,9', '10,1', '11', '7,45', '7,', ',5', '-7', '7e1', 'zeven', '７', '7 4', '99'])(
    'refuses %p',
    (typed) => expect(parseTenths(typed)).toBeUndefined(),
  );

  it('comes back as it was written', () => {
    for (let tenths = 10; tenths <= 100; tenths++) {
      expect(parseTenths(formatTenths(tenths))).toBe(tenths);
      expect(parseTenths(formatTenths(tenths, '.'))).toBe(tenths);
    }
  });
});

describe('a settled value', () => {
  it('is whole tenths and nothing finer', () => {
    expect(GradeValue.safeParse({ kind: 'tenths', tenths: 74.5 }).success).toBe(false);
    expect(GradeValue.safeParse({ kind: 'tenths', tenths: 101 }).success).toBe(false);
  });

  it('fits one scale; catching up and exemption fit each', () => {
    expect(fitsScale({ kind: 'tenths', tenths: 70 }, 'ordinal')).toBe(false);
    expect(fitsScale({ kind: 'ordinal', judgement: 'G' }, 'ordinal')).toBe(true);
    expect(fitsScale({ kind: 'met', met: true }, 'number')).toBe(false);
    expect(fitsScale({ kind: 'catchUp' }, 'number')).toBe(true);
    expect(fitsScale({ kind: 'exemption' }, 'met')).toBe(true);
  });

  it('is the same when it says the same', () => {
    expect(sameGrade({ kind: 'tenths', tenths: 70 }, { tenths: 70, kind: 'tenths' })).toBe(true);
    expect(sameGrade({ kind: 'tenths', tenths: 70 }, { kind: 'tenths', tenths: 71 })).toBe(false);
  });
});

describe('the grade that stands for several attempts', () => {
  const number = (tenths: number) => ({ value: { kind: 'tenths', tenths } as const });
  const catchUp = { value: { kind: 'catchUp' } as const };

  it('is the highest number', () => {
    expect(standingGrade([number(55), number(61), number(58)])).toEqual(number(61));
  });

  it('is the number when the other attempt has none', () => {
    expect(standingGrade([number(48), catchUp])).toEqual(number(48));
  });

  it('is the newest word where there are no numbers', () => {
    const words = (['O', 'V'] as const).map((judgement) => ({ value: { kind: 'ordinal', judgement } as const }));
    expect(standingGrade(words)).toEqual(words[1]);
  });
});
