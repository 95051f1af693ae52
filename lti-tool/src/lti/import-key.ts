import { createPrivateKey, createPublicKey } from 'node:crypto';
import { naturalId } from '@buitenboord/shared/ids.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { Vault } from '@buitenboord/shared/ports/vault.js';
import { schoolKeys } from '@buitenboord/shared/store/collections.js';
import { audit, put, type Store } from '@buitenboord/shared/store/port.js';
import { sealedFor } from './key-pair.js';

/**
 * Gives a school a key pair that another tool signed with, under the id by which its LMSs know it. The newest signs, and all of them are
 * published. Answers false when the school has it already.
 */
export async function importKey(
  { store, vault, now }: { store: Store; vault: Vault; now: Clock },
  { school, kid, pem, actor }: { school: string; kid: string; pem: string; actor: string },
): Promise<boolean> {
  const id = naturalId('lti', kid);
  if (await store.get(schoolKeys, { school, id })) return false;
  const key = createPrivateKey(pem);
  const { n = '', e = '' } = createPublicKey(key).export({ format: 'jwk' });
  const at = now().toISOString();
  const publicJwk = { kty: 'RSA', n, e, kid, alg: 'RS256', use: 'sig' };
  const sealed = vault.seal(key.export({ type: 'pkcs8', format: 'der' }), sealedFor({ school, id }));
  await store.commit([
    put(schoolKeys, { school, id }, { purpose: 'lti', sealed, publicJwk, createdAt: at }, 0),
    audit(school, { at, actor, action: 'key/imported', object: `schoolKeys/${id}` }),
  ]);
  return true;
}
