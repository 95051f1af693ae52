import { describe, expect, it } from '@jest/globals';
import { backoffMs, secondBeyond } from '@buitenboord/shared/outbox/backoff.js';

describe('waiting before the next try', () => {
  it('spreads over a limit that doubles, up to a quarter of an hour', () => {
    expect([1, 2, 3, 4].map((attempts) => backoffMs(attempts, 1))).toEqual([4_000, 8_000, 16_000, 32_000]);
    expect(backoffMs(3, 0.5)).toBe(8_000);
    expect(backoffMs(1_000, 1)).toBe(900_000);
  });

  it('is never less than a second', () => {
    expect(backoffMs(1, 0)).toBe(1_000);
  });

  it('is never less than what the platform asks, and never more than a day longer', () => {
    expect(backoffMs(1, 0, 60_000)).toBe(60_000);
    expect(backoffMs(1, 1, 60_000)).toBe(64_000);
    expect(backoffMs(1, 0, 1e12)).toBe(86_400_000);
    expect(backoffMs(1, 0, -5)).toBe(1_000);
  });
});

describe('a later time for a revision', () => {
  it('lies a second beyond now and beyond the last one', () => {
    const now = new Date('2026-06-10T10:00:00.000Z');
    expect(secondBeyond(now, '2026-06-10T09:00:00.000Z')).toBe('2026-06-10T10:00:01.000Z');
    expect(secondBeyond(now, '2026-06-10T10:00:05.500Z')).toBe('2026-06-10T10:00:06.500Z');
  });
});
