import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LaunchMigration } from './launch.js';

/** Whether the platform knew the secret of LTI 1.1: HMAC-SHA256 over the six parts, in base64 (migration guide, `oauth_consumer_key_sign`). */
export function isSignedBy({ signed, signature }: LaunchMigration, secret: Uint8Array): boolean {
  const wanted = createHmac('sha256', secret).update(signed, 'utf8').digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
