import { describe, expect, it } from '@jest/globals';
import { ageOn, assumedBirthDate, dayOfAge, yearLevelOf } from '@buitenboord/shared/domain/safety/age.js';

describe('the age on a day', () => {
  it('changes on the birthday', () => {
    expect(ageOn('2010-05-13', '2026-05-12')).toBe(15);
    expect(ageOn('2010-05-13', '2026-05-13')).toBe(16);
  });

  it('changes on 1 March for who was born on a leap day, in years that have none', () => {
    expect([ageOn('2012-02-29', '2026-02-28'), ageOn('2012-02-29', '2026-03-01')]).toEqual([13, 14]);
    expect(ageOn('2012-02-29', '2028-02-29')).toBe(16);
    expect(dayOfAge('2012-02-29', 14)).toBe('2026-03-01');
    expect(dayOfAge('2010-05-13', 16)).toBe('2026-05-13');
  });
});

describe('a student whose date of birth isn’t known', () => {
  it('is in the year level that the cohort says', () => {
    expect(yearLevelOf('2024', '2026-2027')).toBe(3);
    expect(yearLevelOf('2022', '2026-2027')).toBeUndefined();
    expect(yearLevelOf('2025-2027', '2026-2027')).toBeUndefined();
    expect(yearLevelOf(undefined, '2026-2027')).toBeUndefined();
  });

  it('counts as the youngest that a year level has [safety.assumed-age]', () => {
    const on = (level: number | undefined, day: string) => ageOn(assumedBirthDate(level, '2026-2027'), day);
    expect([on(1, '2026-12-30'), on(1, '2026-12-31')]).toEqual([11, 12]);
    expect([on(3, '2026-12-30'), on(4, '2026-12-30')]).toEqual([13, 14]);
    expect(on(undefined, '2026-12-30')).toBe(11);
  });
});
