import { describe, expect, it } from '@jest/globals';
import { dutchDay, isFixed, schoolYearOf } from '@buitenboord/shared/domain/pta/school-year.js';

describe('days and school years', () => {
  it('takes the day in the Netherlands, in summer and in winter', () => {
    expect(dutchDay(new Date('2026-09-30T22:30:00Z'))).toBe('2026-10-01');
    expect(dutchDay(new Date('2026-09-30T21:30:00Z'))).toBe('2026-09-30');
    expect(dutchDay(new Date('2026-12-31T23:30:00Z'))).toBe('2027-01-01');
  });

  it('begins a school year on 1 August', () => {
    expect(schoolYearOf('2026-07-31')).toBe('2025-2026');
    expect(schoolYearOf('2026-08-01')).toBe('2026-2027');
    expect(schoolYearOf('2027-01-01')).toBe('2026-2027');
  });

  it('fixes a programme from 1 October of its school year on', () => {
    expect(isFixed('2026-2027', '2026-09-30')).toBe(false);
    expect(isFixed('2026-2027', '2026-10-01')).toBe(true);
    expect(isFixed('2026-2027', '2027-06-01')).toBe(true);
    expect(isFixed('2027-2028', '2027-06-01')).toBe(false);
  });
});
