import type { SchoolKey } from './school.js';

/** A key pair for messages, as far as its life is concerned. */
export type LivingKey = Pick<SchoolKey, 'createdAt' | 'signsFrom' | 'publishedUntil'>;

/** `coming`: published, and doesn't sign yet. `signing`: the one. `leaving`: published for who still has something it signed. `gone`: neither. */
export type KeyState = 'coming' | 'signing' | 'leaving' | 'gone';

/** Whether others can fetch the public half now. */
export function isPublished({ publishedUntil }: LivingKey, nowMs: number): boolean {
  return publishedUntil === undefined || Date.parse(publishedUntil) > nowMs;
}

/**
 * The key that signs now: of the published ones that may sign already, the last that began to. When none has begun, a clock was set back since,
 * and the first one signs: a school never is without. Undefined when there is no key.
 */
export function signingKeyOf<K extends LivingKey>(keys: readonly K[], nowMs: number): K | undefined {
  const published = keys
    .filter((key) => isPublished(key, nowMs))
    .toSorted((one, other) => beginMs(one) - beginMs(other));
  return published.findLast((key) => beginMs(key) <= nowMs) ?? published[0];
}

/** Where a key of a school is in its life. */
export function stateOfKey<K extends LivingKey>(key: K, keys: readonly K[], nowMs: number): KeyState {
  if (!isPublished(key, nowMs)) return 'gone';
  if (signingKeyOf(keys, nowMs) === key) return 'signing';
  return beginMs(key) > nowMs ? 'coming' : 'leaving';
}

function beginMs({ createdAt, signsFrom }: LivingKey): number {
  return Date.parse(signsFrom ?? createdAt);
}
