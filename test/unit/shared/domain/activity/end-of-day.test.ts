import { describe, expect, it } from '@jest/globals';
import { endOfDay } from '@buitenboord/shared/domain/activity/end-of-day.js';

describe('the end of a day', () => {
  it.each([
    ['2026-06-19', '2026-06-19T23:59:59+02:00'],
    ['2026-12-01', '2026-12-01T23:59:59+01:00'],
    // The days on which the clock changes.
    ['2026-03-28', '2026-03-28T23:59:59+01:00'],
    ['2026-03-29', '2026-03-29T23:59:59+02:00'],
    ['2026-10-24', '2026-10-24T23:59:59+02:00'],
    ['2026-10-25', '2026-10-25T23:59:59+01:00'],
  ])('%s is %s', (day, end) => {
    expect(endOfDay(day)).toBe(end);
  });
});
