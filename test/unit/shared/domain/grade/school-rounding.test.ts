import { describe, expect, it } from '@jest/globals';
import { roundingIn, withChoice, type RoundingChoice } from '@buitenboord/shared/domain/grade/school-rounding.js';

const choice = (regime: RoundingChoice['regime'], from: string): RoundingChoice => ({
  regime,
  from,
  chosenAt: '2026-09-01T08:00:00.000Z',
});

describe('the rounding of a school year [grade.rounding-for-all]', () => {
  it('is what was chosen for it or last before it; the first choice holds for the years before too', () => {
    const choices = [choice('viaOneDecimal', '2028-2029'), choice('direct', '2026-2027')];
    expect(roundingIn(choices, '2025-2026')).toBe('direct');
    expect(roundingIn(choices, '2027-2028')).toBe('direct');
    expect(roundingIn(choices, '2028-2029')).toBe('viaOneDecimal');
    expect(roundingIn(choices, '2030-2031')).toBe('viaOneDecimal');
  });

  it('is none without a choice [grade.rounding-is-chosen]', () => {
    expect(roundingIn(undefined, '2026-2027')).toBeUndefined();
    expect(roundingIn([], '2026-2027')).toBeUndefined();
  });

  it('is the later of two choices for the same year', () => {
    const choices = withChoice([choice('direct', '2026-2027')], choice('viaOneDecimal', '2026-2027'));
    expect(choices).toEqual([choice('viaOneDecimal', '2026-2027')]);
  });
});
