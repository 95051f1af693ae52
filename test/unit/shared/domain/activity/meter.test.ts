import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkKind } from '@buitenboord/shared/domain/activity/check-kind.js';
import { getKind } from '@buitenboord/shared/domain/activity/kinds.js';
import { entreeMeter, trackMeters, type WorkedDay } from '@buitenboord/shared/domain/activity/meter.js';
import { addDays } from '@buitenboord/shared/domain/safety/dutch-clock.js';

const first = '2026-09-07';
const today = '2026-10-05';
const daysOf = (count: number, minutes: number, every = 1): WorkedDay[] =>
  Array.from({ length: count }, (_, index) => ({ date: addDays(first, index * every), minutes }));
const track = getKind('workLearningTrack');
const entree = getKind('entreeBpv');
const recognition = { number: '100123', checkedOn: '2026-09-01' };
const found = (days: WorkedDay[], extra = {}) =>
  checkKind(track, { days, today, recognition, ...extra }).map(({ rule, severity, value }) => [rule, severity, value]);

describe('the limits of a work-learning track', () => {
  it('[activity.track-hours] 1280 hours are allowed, a minute more isn’t', () => {
    expect(found(daysOf(160, 480))).toEqual([]);
    expect(found([...daysOf(159, 480), { date: '2027-06-01', minutes: 481 }])).toEqual([
      ['activity.track-hours', 'block', 1280 * 60 + 1],
    ]);
  });

  it('[activity.track-days] 160 days are allowed, 161 aren’t', () => {
    expect(found(daysOf(160, 60))).toEqual([]);
    expect(found(daysOf(161, 60))).toEqual([['activity.track-days', 'block', 161]]);
  });

  it('forbids no plan that is still too small: the meter tells', () => {
    expect(found(daysOf(10, 420))).toEqual([]);
    expect(trackMeters(daysOf(10, 420), today, '2026-10-31').minutes.state).toBe('below');
  });

  it('forbids a company that nobody looked up at SBB, and asks when that is a year ago [activity.sbb-recognition]', () => {
    expect(found(daysOf(1, 60), { recognition: undefined })).toEqual([['activity.sbb-recognition', 'block', 0]]);
  });

  it('[activity.sbb-checked] a year ago is fine, a day longer is asked about', () => {
    const checked = (checkedOn: string) => found(daysOf(1, 60), { recognition: { ...recognition, checkedOn } });
    expect(checked('2025-10-05')).toEqual([]);
    expect(checked('2025-10-04')).toMatchObject([['activity.sbb-checked', 'warn', 366]]);
  });
});

describe('the meters', () => {
  it('tell what is done, what is planned, and where it ends at this pace', () => {
    // Two days a week for eight weeks; as many weeks again are left.
    const days = Array.from({ length: 8 }, (_, week) => [
      { date: addDays(first, 7 * week), minutes: 420 },
      { date: addDays(first, 7 * week + 1), minutes: 420 },
    ]).flat();
    const meters = trackMeters(days, today, addDays(first, 7 * 16 - 1));
    expect(meters.days).toEqual({ done: 8, planned: 8, forecast: 32, min: 80, max: 160, state: 'below' });
    expect(meters.minutes).toMatchObject({ done: 3360, planned: 3360, forecast: 13_440 });
  });

  it('expect no more than was planned when no week is left, and nothing of nothing', () => {
    expect(trackMeters(daysOf(5, 420), today, addDays(first, 4)).days.forecast).toBe(5);
    expect(trackMeters([], today, '2027-07-31').minutes).toMatchObject({ done: 0, planned: 0, forecast: 0 });
  });

  it('never expect less than was planned already', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 400 }), (count, ahead) => {
        const { days } = trackMeters(daysOf(count, 420), today, addDays(today, ahead));
        expect(days.forecast).toBeGreaterThanOrEqual(count);
        expect(days.done + days.planned).toBe(count);
      }),
    );
  });
});

describe('the share of practice in entree', () => {
  const shareOf = (minutes: number, route: 'bol' | 'bbl') => {
    const teaching = { route, teachingMinutes: 10_000 };
    const days = [{ date: first, minutes }];
    const rules = checkKind(entree, { days, today, recognition, entree: teaching });
    return {
      state: entreeMeter(days, today, teaching).state,
      rules: rules.map(({ rule, severity }) => [rule, severity]),
    };
  };

  it('[activity.entree-bol] 20 to 60 per cent is within, less and more is asked about', () => {
    expect([shareOf(2000, 'bol').state, shareOf(6000, 'bol').state]).toEqual(['within', 'within']);
    expect(shareOf(1999, 'bol')).toEqual({ state: 'below', rules: [['activity.entree-bol', 'warn']] });
    expect(shareOf(6001, 'bol')).toEqual({ state: 'above', rules: [['activity.entree-bol', 'warn']] });
  });

  it('[activity.entree-bbl] 60 per cent is enough, less is asked about', () => {
    expect(shareOf(6000, 'bbl')).toEqual({ state: 'within', rules: [] });
    expect(shareOf(5999, 'bbl')).toEqual({ state: 'below', rules: [['activity.entree-bbl', 'warn']] });
  });
});
