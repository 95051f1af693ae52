import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  combinationGrade,
  componentMean,
  electiveGrade,
  electiveWarnings,
  finalGrade,
  partsBelowFour,
  seGradeOneDecimal,
  type CombinationParts,
  type GradedComponent,
} from '@buitenboord/shared/domain/index.js';
import { formatTenths } from '@buitenboord/shared/domain/grade/grade-value.js';
import { withVmboData } from '../../../../support/vmbo-data.js';

interface Vectors {
  componentToElective: {
    case: string;
    components: GradedComponent[];
    exactMean: string;
    seOneDecimal: string;
    electiveDirect: number;
    electiveViaOneDecimal: number;
  }[];
  finalWithCentralExam: { se: string; ce: string; final: number }[];
  combinationGrade: {
    leerweg: CombinationParts['leerweg'];
    profileSubjectFinal: number | null;
    electiveFinals: number[];
    combinationGrade: number;
    anyComponentBelow4: boolean;
  }[];
}

withVmboData('grade-test-vectors.json', 'the published sums', (data) => {
  const vectors = data as Vectors;

  it.each(vectors.componentToElective.map((vector) => [vector.case, vector] as const))(
    '%s: mean, one decimal, and whole in both ways [grade.weighted-mean] [grade.one-decimal] [grade.elective-whole]',
    (_case, vector) => {
      const { numerator, denominator } = componentMean(vector.components);
      expect(`${numerator}/${denominator}`).toBe(vector.exactMean);
      expect(seGradeOneDecimal(vector.components)).toBe(vector.seOneDecimal);
      expect(electiveGrade(vector.components, 'direct')).toBe(vector.electiveDirect);
      expect(electiveGrade(vector.components, 'viaOneDecimal')).toBe(vector.electiveViaOneDecimal);
    },
  );

  it.each(vectors.finalWithCentralExam)('$se and $ce are together $final [grade.final]', ({ se, ce, final }) => {
    expect(finalGrade(se, ce)).toBe(final);
  });

  it.each(vectors.combinationGrade)(
    '$leerweg with $electiveFinals and $profileSubjectFinal becomes $combinationGrade [grade.combination-bb-kb] [grade.combination-gl]',
    ({ leerweg, electiveFinals, profileSubjectFinal, ...expected }) => {
      const parts = { leerweg, electives: electiveFinals, profileSubject: profileSubjectFinal };
      expect(combinationGrade(parts)).toBe(expected.combinationGrade);
      const low = partsBelowFour(parts);
      expect(low.electives.length > 0 || low.profileSubject).toBe(expected.anyComponentBelow4);
    },
  );
});

const grade = fc.integer({ min: 10, max: 100 }).map((tenths) => formatTenths(tenths, '.'));
const weight = fc.integer({ min: 1, max: 1000 });
const components = fc.array(fc.record({ grade, weight }), { minLength: 1, maxLength: 12 });
const tenthsOf = (text: string) => Math.round(Number(text) * 10);

describe('the mean of components, whatever they are', () => {
  it('lies between the lowest and the highest, and never at 0 or above 10 [grade.weighted-mean]', () => {
    fc.assert(
      fc.property(components, (parts) => {
        const { numerator, denominator } = componentMean(parts);
        const tenths = parts.map((part) => BigInt(tenthsOf(part.grade)));
        const [low, high] = [tenths.reduce((a, b) => (a < b ? a : b)), tenths.reduce((a, b) => (a > b ? a : b))];
        expect(numerator * 10n >= low * denominator && numerator * 10n <= high * denominator).toBe(true);
        expect(numerator >= denominator && numerator <= 10n * denominator).toBe(true);
        for (const regime of ['direct', 'viaOneDecimal'] as const) {
          expect(electiveGrade(parts, regime)).toBeGreaterThanOrEqual(1);
          expect(electiveGrade(parts, regime)).toBeLessThanOrEqual(10);
        }
      }),
    );
  });

  it('doesn’t change with the order, nor when all weights are multiplied, and is in lowest terms', () => {
    fc.assert(
      fc.property(components, fc.integer({ min: 1, max: 50 }), (parts, factor) => {
        const mean = componentMean(parts);
        expect(componentMean([...parts].reverse())).toEqual(mean);
        expect(componentMean(parts.map((part) => ({ ...part, weight: part.weight * factor })))).toEqual(mean);
        const common = (a: bigint, b: bigint): bigint => (b === 0n ? a : common(b, a % b));
        expect(common(mean.numerator, mean.denominator)).toBe(1n);
      }),
    );
  });

  it('differs between the two ways of rounding by one at most, and then upwards', () => {
    fc.assert(
      fc.property(components, (parts) => {
        const step = electiveGrade(parts, 'viaOneDecimal') - electiveGrade(parts, 'direct');
        expect([0, 1]).toContain(step);
      }),
    );
  });

  it('takes a weight as it is written: a tenth is a tenth', () => {
    const parts = [
      { grade: '5.4', weight: 0.1 },
      { grade: '5.5', weight: 0.1 },
      { grade: '10', weight: 0 },
    ];
    expect(componentMean(parts)).toEqual({ numerator: 109n, denominator: 20n });
    expect(componentMean([{ grade: '7,5', weight: 1e-7 }])).toEqual({ numerator: 15n, denominator: 2n });
    expect(componentMean([{ grade: '1.0', weight: 1e21 }])).toEqual({ numerator: 1n, denominator: 1n });
  });
});

describe('final and combination grades, whatever they are', () => {
  const whole = fc.integer({ min: 1, max: 10 });

  it('lie between their parts; which exam is which doesn’t matter [grade.final]', () => {
    fc.assert(
      fc.property(grade, grade, (se, ce) => {
        expect(finalGrade(se, ce)).toBe(finalGrade(ce, se));
        const [low, high] = [Math.min(tenthsOf(se), tenthsOf(ce)), Math.max(tenthsOf(se), tenthsOf(ce))];
        expect(finalGrade(se, ce)).toBeGreaterThanOrEqual(Math.floor((low + 5) / 10));
        expect(finalGrade(se, ce)).toBeLessThanOrEqual(Math.floor((high + 5) / 10));
      }),
    );
  });

  it('count a profile subject in gl as often as there are electives, and in bb and kb not [grade.combination-gl]', () => {
    fc.assert(
      fc.property(fc.array(whole, { minLength: 1, maxLength: 6 }), whole, (electives, profileSubject) => {
        const asElectives = [...electives, ...electives.map(() => profileSubject)];
        const gl = combinationGrade({ leerweg: 'gl', electives, profileSubject });
        expect(gl).toBe(combinationGrade({ leerweg: 'bb', electives: asElectives }));
        const kb = combinationGrade({ leerweg: 'kb', electives, profileSubject });
        expect(kb).toBe(combinationGrade({ leerweg: 'kb', electives: [...electives].reverse() }));
        expect(kb).toBeGreaterThanOrEqual(Math.min(...electives));
        expect(kb).toBeLessThanOrEqual(Math.max(...electives));
      }),
    );
  });
});

/** What came from somewhere without types. */
const loose = (value: unknown) => value as never;

describe('what can’t be', () => {
  it.each(['11', '0', '0.9', '10.1', '7,55', '7.55', '', 'zes', 'NaN', '-6', '1e1', ' ', 11, 0, 6.5, null, undefined])(
    'is no grade: %p [grade.component-scale]',
    (found) => {
      const refused = { code: 'grade/not-a-grade', facts: { position: 2 } };
      const parts = [
        { grade: '6.0', weight: 1 },
        { grade: loose(found), weight: 1 },
      ];
      for (const count of [componentMean, seGradeOneDecimal, (list: typeof parts) => electiveGrade(list, 'direct')])
        expect(problemOf(() => count(parts))).toMatchObject(refused);
      expect(problemOf(() => finalGrade('6.0', loose(found)))).toMatchObject({ ...refused, facts: { of: 'ce' } });
      expect(problemOf(() => finalGrade(loose(found), '6.0'))).toMatchObject({ ...refused, facts: { of: 'se' } });
    },
  );

  it.each([-1, -0.1, NaN, Infinity, '1', null])('is no weight: %p', (found) => {
    expect(problemOf(() => componentMean([{ grade: '6.0', weight: loose(found) }]))).toMatchObject({
      code: 'grade/bad-weight',
      facts: { position: 1 },
    });
  });

  it('is a mean of nothing, or of what weighs nothing', () => {
    const code = 'grade/nothing-to-weigh';
    expect(problemOf(() => componentMean([]))).toMatchObject({ code });
    expect(problemOf(() => componentMean(loose(undefined)))).toMatchObject({ code });
    expect(problemOf(() => componentMean([{ grade: '6.0', weight: 0 }]))).toMatchObject({ code });
    expect(problemOf(() => combinationGrade({ leerweg: 'bb', electives: [] }))).toMatchObject({ code });
  });

  it('is a whole grade without a choice of rounding [grade.rounding-is-chosen]', () => {
    const one = [{ grade: '6.0', weight: 1 }];
    expect(problemOf(() => electiveGrade(one, loose(undefined)))).toMatchObject({ code: 'grade/rounding-not-chosen' });
  });

  it.each([0, 11, 6.5, NaN, '6'])('is no final grade of an elective: %p', (found) => {
    expect(problemOf(() => combinationGrade({ leerweg: 'kb', electives: [6, loose(found)] }))).toMatchObject({
      code: 'grade/not-a-whole-grade',
      facts: { position: 2 },
    });
  });

  it('is a combination grade of gl without its profile subject, or of tl', () => {
    expect(problemOf(() => combinationGrade({ leerweg: 'gl', electives: [6, 6] }))).toMatchObject({
      code: 'grade/profile-subject-missing',
    });
    expect(problemOf(() => combinationGrade({ leerweg: loose('tl'), electives: [6] }))).toMatchObject({
      code: 'grade/no-combination',
    });
  });
});

describe('what a teacher is warned about [grade.no-part-below-four]', () => {
  const mean = (...grades: string[]) => grades.map((each) => ({ grade: each, weight: 1 }));

  it('is a mean that becomes a 3, by the way the school rounds: below 3,5 at once, below 3,45 by one decimal', () => {
    expect(electiveWarnings(mean('3.4', '3.5'), 'direct')).toContainEqual({ kind: 'becomes-below-four', grade: 3 });
    const kinds = electiveWarnings(mean('3.4', '3.5'), 'viaOneDecimal').map(({ kind }) => kind);
    expect(kinds).not.toContain('becomes-below-four');
    expect(electiveWarnings(mean('3.4', '3.4'), 'viaOneDecimal')).toContainEqual({
      kind: 'becomes-below-four',
      grade: 3,
    });
  });

  it('is a component below 4, a 4 itself not, and where the two ways of rounding differ', () => {
    expect(electiveWarnings(mean('3.9', '10', '4.0'), 'direct')).toEqual([
      { kind: 'component-below-four', position: 1 },
    ]);
    expect(electiveWarnings(mean('5.4', '5.5'), 'direct')).toEqual([
      { kind: 'rounding-decides', direct: 5, viaOneDecimal: 6 },
    ]);
  });

  it('is a part of the combination grade below 4; the profile subject only where it is a part', () => {
    expect(partsBelowFour({ leerweg: 'gl', electives: [4, 3], profileSubject: 3 })).toEqual({
      electives: [2],
      profileSubject: true,
    });
    expect(partsBelowFour({ leerweg: 'kb', electives: [4], profileSubject: 3 })).toEqual({
      electives: [],
      profileSubject: false,
    });
  });
});

function problemOf(work: () => unknown): unknown {
  try {
    return { no: 'problem', answered: String(work()) };
  } catch (error) {
    return error;
  }
}
