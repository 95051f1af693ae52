import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { Signer, Vault } from '../ports/vault.js';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** The format and the algorithm in one word, so that a later one can stand beside it. */
const version = 'v1';

/**
 * A vault and a signer on the installation's secret (APP_SECRET). Each has a key of its own, derived by HKDF-SHA256 (RFC 5869),
 * so that neither tells anything about the other. Random nonces of 96 bits are safe for 2^32 seals (NIST SP 800-38D §8.3): one per school and key, here.
 */
export function createVault(appSecret: string): Vault & Signer {
  const sealingKey = derivedKey(appSecret, 'seal');
  // Made once: every launch signs and verifies with it.
  const signingKey = createSecretKey(derivedKey(appSecret, 'sign'));
  const sign = (purpose: string, value: string) =>
    createHmac('sha256', signingKey)
      .update(JSON.stringify([purpose, value]))
      .digest('base64url');

  return {
    seal: (plaintext, boundTo) => seal(sealingKey, plaintext, boundTo),
    open: (sealed, boundTo) => open(sealingKey, sealed, boundTo),
    sign,
    verify: (purpose, value, signature) => isSameText(sign(purpose, value), signature),
  };
}

function derivedKey(appSecret: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', appSecret, '', `buitenboord/vault/${version}/${use}`, 32));
}

function seal(key: Buffer, plaintext: Uint8Array | string, boundTo: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(boundTo));
  const ciphertext = Buffer.concat([cipher.update(Buffer.from(plaintext)), cipher.final()]);
  return `${version}.${Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString('base64url')}`;
}

function open(key: Buffer, sealed: string, boundTo: string): Buffer {
  const [found, text] = sealed.split('.');
  const bytes = Buffer.from(text ?? '', 'base64url');
  if (found !== version || bytes.length < nonceBytes + tagBytes)
    throw new Error('This is not a sealed secret of a version we know.');
  const nonce = bytes.subarray(0, nonceBytes);
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
  } catch (error) {
    throw new Error(
      'A sealed secret does not open: it was changed or moved, or APP_SECRET is another one than it was sealed with.',
      {
        cause: error,
      },
    );
  }
}

function isSameText(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}
