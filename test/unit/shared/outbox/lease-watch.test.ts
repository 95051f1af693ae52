import { describe, expect, it } from '@jest/globals';
import { createLeaseWatch } from '@buitenboord/shared/outbox/lease-watch.js';

const row = (version: number, lease?: string) => ({
  ...{ id: 's.d', version, school: 's', target: 'gradebook' as const, dueAt: '2026-06-10T10:00:00.000Z' },
  ...(lease !== undefined && { lease }),
});

describe('a lease', () => {
  it('that nobody holds may be taken at once', () => {
    expect(createLeaseWatch(60_000, () => 0).mayTake(row(1))).toBe(true);
  });

  it('is taken over when it was seen unchanged for its whole length, whatever the clock on the wall says', () => {
    let stopwatch = 5_000;
    const watch = createLeaseWatch(60_000, () => stopwatch);
    expect(watch.mayTake(row(1, 'a:1'))).toBe(false);
    stopwatch += 59_999;
    expect(watch.mayTake(row(1, 'a:1'))).toBe(false);
    stopwatch += 1;
    expect(watch.mayTake(row(1, 'a:1'))).toBe(true);
  });

  it('that its holder renews is watched anew', () => {
    let stopwatch = 0;
    const watch = createLeaseWatch(60_000, () => stopwatch);
    for (let version = 1; version <= 5; version += 1) {
      expect(watch.mayTake(row(version, 'a:1'))).toBe(false);
      stopwatch += 59_000;
    }
    stopwatch += 1_000;
    expect(watch.mayTake(row(5, 'a:1'))).toBe(true);
  });

  it('forgets what it watched long ago', () => {
    let stopwatch = 0;
    const watch = createLeaseWatch(1, () => stopwatch);
    for (let n = 0; n < 10_000; n += 1) watch.mayTake({ ...row(1, 'a:1'), id: `s.${n}` });
    stopwatch += 100;
    watch.mayTake({ ...row(1, 'a:1'), id: 's.one-more' });
    // Watched from the beginning again.
    expect(watch.mayTake({ ...row(1, 'a:1'), id: 's.0' })).toBe(false);
  });
});
