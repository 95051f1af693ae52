import { createHash, randomBytes } from 'node:crypto';

/** A random id of 128 bits, 22 characters, safe in a URL and in a file name. */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}

/** A secret of 256 bits for a cookie, a state, a nonce or a link. Only its hash is stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** The id of a record whose parts identify it: the same parts give the same id, so that it can exist only once. */
export function naturalId(...parts: readonly string[]): string {
  return hashOf(JSON.stringify(parts)).slice(0, 32);
}
