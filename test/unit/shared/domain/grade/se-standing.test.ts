import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { GradeValue } from '@buitenboord/shared/domain/grade/grade-value.js';
import { seStanding } from '@buitenboord/shared/domain/grade/se-standing.js';
import { aComponent } from '../../../../support/pta.js';

const tenths = (value: number): GradeValue => ({ kind: 'tenths', tenths: value });
const components = [
  aComponent({ code: 'SE1', weight: 1 }),
  aComponent({ code: 'SE2', weight: 2 }),
  aComponent({ code: 'HO1', scale: 'ordinal', weight: 0, gate: true }),
  aComponent({ code: 'VE1', scale: 'met', weight: 0 }),
];

const stands = (given: Record<string, GradeValue[]>, regime?: 'direct' | 'viaOneDecimal') =>
  seStanding(components, (code) => given[code] ?? [], regime);

describe('what stands for a subject', () => {
  it('is nothing yet, and everything open', () => {
    const standing = stands({}, 'direct');
    expect(standing).toMatchObject({ open: ['SE1', 'SE2', 'HO1', 'VE1'], weighed: 0, weightTotal: 3, warnings: [] });
    expect(standing.mean).toBeUndefined();
    expect(standing.becomes).toBeUndefined();
  });

  it('is the exact mean of what is there, and what it becomes by the school’s choice [grade.weighted-mean]', () => {
    const given = { SE1: [tenths(54)], SE2: [tenths(55)] };
    expect(stands(given, 'direct')).toMatchObject({
      mean: { numerator: 82n, denominator: 15n },
      oneDecimal: '5.5',
      becomes: 5,
      weighed: 3,
      open: ['HO1', 'VE1'],
    });
    expect(stands(given, 'viaOneDecimal').becomes).toBe(6);
  });

  it('says no whole grade while the school hasn’t chosen [grade.rounding-is-chosen]', () => {
    const standing = stands({ SE1: [tenths(30)], SE2: [tenths(30)] });
    expect(standing.mean).toEqual({ numerator: 3n, denominator: 1n });
    expect(standing.becomes).toBeUndefined();
  });

  it('counts the highest attempt, in whatever order they came [grade.resit-highest]', () => {
    for (const attempts of [
      [tenths(48), tenths(61)],
      [tenths(61), tenths(48)],
      [tenths(61), { kind: 'catchUp' } as const],
    ]) {
      expect(stands({ SE1: attempts }, 'direct').parts[0]).toMatchObject({ value: tenths(61), state: 'graded' });
    }
  });

  it('leaves what is to be caught up open, and out of the mean [grade.catch-up-is-open]', () => {
    const standing = stands({ SE1: [{ kind: 'catchUp' }], SE2: [tenths(70)] }, 'direct');
    expect(standing).toMatchObject({ open: ['SE1', 'HO1', 'VE1'], weighed: 2, weightTotal: 3, becomes: 7 });
    expect(standing.parts[0]).toMatchObject({ state: 'catchUp', weighs: false });
  });

  it('takes an exempted component out of the mean without missing it [grade.exemption-stays-out]', () => {
    const standing = stands({ SE1: [{ kind: 'exemption' }], SE2: [tenths(70)] }, 'direct');
    expect(standing).toMatchObject({ open: ['HO1', 'VE1'], weighed: 2, weightTotal: 2 });
  });

  it('keeps gates out of the mean; O shuts one, and what is no gate only says so [pta.gate]', () => {
    const judged = {
      HO1: [{ kind: 'ordinal', judgement: 'O' }] as GradeValue[],
      VE1: [{ kind: 'met', met: false }] as GradeValue[],
    };
    const standing = stands({ SE1: [tenths(80)], SE2: [tenths(80)], ...judged }, 'direct');
    expect(standing).toMatchObject({ shut: ['HO1'], open: [], becomes: 8 });
    expect(stands({ HO1: [{ kind: 'ordinal', judgement: 'V' }] }, 'direct').shut).toEqual([]);
  });

  it('warns of a component and of a mean below 4 [grade.no-part-below-four]', () => {
    expect(stands({ SE1: [tenths(38)], SE2: [tenths(32)] }, 'direct').warnings).toEqual([
      { kind: 'component-below-four', position: 1 },
      { kind: 'component-below-four', position: 2 },
      { kind: 'becomes-below-four', grade: 3 },
    ]);
  });

  it('never gets worse by a resit', () => {
    const mark = fc.integer({ min: 10, max: 100 });
    fc.assert(
      fc.property(mark, mark, mark, (first, resit, other) => {
        const before = stands({ SE1: [tenths(first)], SE2: [tenths(other)] }, 'direct').becomes ?? 0;
        const after = stands({ SE1: [tenths(first), tenths(resit)], SE2: [tenths(other)] }, 'direct').becomes ?? 0;
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
