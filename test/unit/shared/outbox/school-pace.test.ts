import { describe, expect, it } from '@jest/globals';
import { createSchoolPace } from '@buitenboord/shared/outbox/school-pace.js';

const at = (second: number) => new Date(Date.parse('2026-06-10T10:00:00.000Z') + second * 1_000);

describe('the pace of a school', () => {
  it('allows a class at once, then what time brings', () => {
    const pace = createSchoolPace({ burst: 30, perSecond: 2 });
    expect(pace.take('one', 40, at(0))).toBe(30);
    expect(pace.take('one', 5, at(0))).toBe(0);
    expect(pace.take('one', 5, at(1))).toBe(2);
    expect(pace.take('one', 100, at(3_600))).toBe(30);
  });

  it('is each school’s own', () => {
    const pace = createSchoolPace({ burst: 1, perSecond: 1 });
    expect(pace.take('one', 1, at(0))).toBe(1);
    expect(pace.take('other', 1, at(0))).toBe(1);
  });

  it('gives nothing for a clock that goes back, and takes nothing either', () => {
    const pace = createSchoolPace({ burst: 2, perSecond: 1 });
    pace.take('one', 2, at(100));
    expect(pace.take('one', 1, at(0))).toBe(0);
    expect(pace.take('one', 1, at(1))).toBe(1);
  });
});
