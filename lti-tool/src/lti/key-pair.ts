import { generateKeyPair } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { SchoolKey } from '@buitenboord/shared/domain/school/school.js';
import { hashOf } from '@buitenboord/shared/ids.js';
import type { Vault } from '@buitenboord/shared/ports/vault.js';

const newKeyPair = promisify(generateKeyPair);

/** The record of a new RSA pair of 2048 bits, its private half sealed for the place it is going to have. */
export async function makeKeyPair(
  vault: Vault,
  place: { school: string; id: string },
  at: string,
): Promise<SchoolKey & { publicJwk: Record<string, string> }> {
  const pair = await newKeyPair('rsa', { modulusLength: 2048 });
  const sealed = vault.seal(pair.privateKey.export({ type: 'pkcs8', format: 'der' }), sealedFor(place));
  return { purpose: 'lti', sealed, publicJwk: toJwk(pair.publicKey), createdAt: at };
}

/** Where a sealed key belongs: it opens nowhere else. */
export function sealedFor({ school, id }: { school: string; id: string }): string {
  return `schoolKeys/${school}/${id}`;
}

/** The key id is made of the key (as RFC 7638 does), so that one id never means two keys (Security Framework §6.2). */
function toJwk(key: KeyObject): Record<string, string> {
  const { n = '', e = '' } = key.export({ format: 'jwk' });
  const kid = hashOf(JSON.stringify({ e, kty: 'RSA', n }));
  return { kty: 'RSA', n, e, kid, alg: 'RS256', use: 'sig' };
}
