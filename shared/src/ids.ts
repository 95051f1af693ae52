import { hash, randomFillSync } from 'node:crypto';

/** Randomness is drawn from the system a page at a time: asking for it costs more than receiving it. No byte is given out twice, or kept after. */
const pool = Buffer.alloc(4096);
let used = pool.length;

function randomText(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const drawn = pool.subarray(used, used + bytes);
  const text = drawn.toString('base64url');
  drawn.fill(0);
  used += bytes;
  return text;
}

const milliseconds = Buffer.alloc(6);

/**
 * An id of 128 bits, 22 characters, safe in a URL and in a file name: 48 bits of time and 80 of chance, as in a UUID of version 7 (RFC 9562 §5.7).
 * What is made at one moment so stands together in an index, and a commit touches few of its pages. Nobody's secret: that is `newSecret`.
 */
export function newId(): string {
  milliseconds.writeUIntBE(Date.now(), 0, 6);
  return milliseconds.toString('base64url') + randomText(10);
}

/** A short name of a request, to read out on the phone: 10 characters of chance. */
export function newReference(): string {
  return randomText(8).slice(0, 10);
}

/** A secret of 256 bits for a cookie, a state, a nonce or a link. Only its hash is stored. */
export function newSecret(): string {
  return randomText(32);
}

/** What is stored of a secret. */
export function hashOf(secret: string): string {
  return hash('sha256', secret, 'base64url');
}

/** The id of a record whose parts identify it: the same parts give the same id, so that it can exist only once. */
export function naturalId(...parts: readonly string[]): string {
  return hashOf(JSON.stringify(parts)).slice(0, 32);
}
