import type { OutboundAnswer } from '@buitenboord/shared/runtime/fetch-json.js';

const longestMs = 24 * 3_600_000;

/** How long the platform asks us to wait (RFC 9110 §10.2.3: seconds or a date); a day at most. Undefined when it doesn't say. */
export function retryAfterMs(answer: OutboundAnswer, now: Date): number | undefined {
  const asked = answer.headers['retry-after']?.trim();
  if (!asked) return undefined;
  const waitMs = /^\d+$/u.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - now.getTime();
  return Number.isFinite(waitMs) ? Math.min(Math.max(waitMs, 0), longestMs) : undefined;
}

/** Whether the platform refuses because we ask too much: 429, or Canvas' 403 with nothing left of the quota. */
export function asksToSlowDown({ status, headers, text }: OutboundAnswer): boolean {
  if (status === 429) return true;
  const spent = Number(headers['x-rate-limit-remaining'] ?? 1) <= 0;
  return status === 403 && (spent || text.includes('Rate Limit Exceeded'));
}
