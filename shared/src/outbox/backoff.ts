const firstMs = 2_000;
const longestMs = 15 * 60_000;
const longestRetryAfterMs = 24 * 60 * 60_000;

/** How long a delivery is tried before a person has to look: longer than an autumn weekend without an LMS. */
export const givesUpAfterMs = 7 * 24 * 60 * 60_000;

/**
 * How long to wait after this many failed attempts: anywhere between a second and a doubling limit ("full jitter"), so that a class doesn't
 * come back in one blow when the LMS does. What the platform asks for (Retry-After) is the least, and the jitter comes on top.
 */
export function backoffMs(attempts: number, random: number, retryAfterMs = 0): number {
  const limit = Math.min(longestMs, firstMs * 2 ** Math.min(attempts, 20));
  const asked = Math.min(Math.max(0, retryAfterMs), longestRetryAfterMs);
  return Math.round(Math.max(1_000, asked + random * limit));
}

/** The moment at which a revision may be put when the platform refused an earlier one: a second beyond now and beyond the last try. */
export function secondBeyond(now: Date, last: string): string {
  return new Date(Math.max(now.getTime(), Date.parse(last)) + 1_000).toISOString();
}
