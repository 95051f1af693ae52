import type { DueRow } from '../domain/delivery/delivery.js';
import type { Stored } from '../store/port.js';

/** Longer than a delivery takes with every request at its time-out; each step renews it. */
export const leaseMs = 60_000;

/**
 * Says when another worker's lease may be taken over. The clock on the wall can't say that alone: one that is set forward ends every lease
 * at once, while its holder is still sending, and the same grade leaves twice. So a worker looks on for the whole length of a lease, by its
 * own stopwatch, and takes over what nobody renewed meanwhile.
 */
export interface LeaseWatch {
  /** True for a row that nobody holds, and for a lease that this watch has seen unchanged for its whole length. */
  mayTake(row: Stored<DueRow, 'installation'>): boolean;
}

interface Seen {
  version: number;
  since: number;
}

/** `stopwatch`: milliseconds that only go forward. */
export function createLeaseWatch(
  lengthMs: number = leaseMs,
  stopwatch: () => number = () => performance.now(),
): LeaseWatch {
  const seen = new Map<string, Seen>();
  const forget = (before: number) => {
    for (const [id, { since }] of seen) if (since < before) seen.delete(id);
  };
  return {
    mayTake({ id, lease, version }) {
      if (lease === undefined) return true;
      const now = stopwatch();
      const before = seen.get(id);
      if (before?.version === version) return now - before.since >= lengthMs;
      // What was renewed or ended is of no use any more, and there may be many.
      if (seen.size >= 10_000) forget(now - 10 * lengthMs);
      seen.set(id, { version, since: now });
      return false;
    },
  };
}
