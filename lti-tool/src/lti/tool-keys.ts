import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { isPublished, signingKeyOf } from '@buitenboord/shared/domain/school/key-life.js';
import { naturalId } from '@buitenboord/shared/ids.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { Vault } from '@buitenboord/shared/ports/vault.js';
import { isProblem, Problem } from '@buitenboord/shared/problem.js';
import { schoolKeys, schools } from '@buitenboord/shared/store/collections.js';
import { put } from '@buitenboord/shared/store/port.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { makeKeyPair, sealedFor } from './key-pair.js';
import { kidOf, storedKeys, type StoredKey } from './stored-keys.js';

export interface ToolKeysDeps {
  store: Store;
  vault: Vault;
  now: Clock;
}

/** A private key as it signs: the key id that platforms look up, and the key itself. */
export interface SigningKey {
  kid: string;
  key: KeyObject;
}

export interface PublicKeys {
  keys: Readonly<Record<string, string>>[];
}

/** The tool's own key pairs, of each school its own (Security Framework §7.2: one pair should not serve several systems). */
export interface ToolKeys {
  /** What an LMS fetches to verify us (§6.3): the key that signs, the one that will, and those that did not long ago. Throws Problem `school/unknown`. */
  publicKeys(school: string): Promise<PublicKeys>;
  /** What we sign with now. Throws Problem `school/unknown`. */
  signingKey(school: string): Promise<SigningKey>;
}

export function createToolKeys({ store, vault, now }: ToolKeysDeps): ToolKeys {
  // Opening a key costs far more than reading which one it is; so only the opened ones are kept, and a change by command shows at once.
  const opened = new Map<string, SigningKey>();

  /** The school's keys; the first pair is made when it is asked for. */
  async function keysOf(school: string): Promise<readonly StoredKey[]> {
    const known = await storedKeys(store, school);
    return known.length > 0 ? known : makeFirst(school);
  }

  async function makeFirst(school: string): Promise<readonly StoredKey[]> {
    if (!(await store.get(schools, { id: school }))) throw new Problem('school/unknown', { school });
    // The same id for everyone who makes the first one: two processes at once still end with one pair.
    const id = naturalId('lti', 'first');
    const value = await makeKeyPair(vault, { school, id }, now().toISOString());
    try {
      await store.commit([put(schoolKeys, { school, id }, value, 0)]);
    } catch (error) {
      if (!isProblem(error, 'store/conflict')) throw error;
    }
    return storedKeys(store, school);
  }

  function open(stored: StoredKey): SigningKey {
    const der = vault.open(stored.sealed, sealedFor(stored));
    return { kid: kidOf(stored), key: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }) };
  }

  return {
    async publicKeys(school) {
      const published = (await keysOf(school)).filter((key) => isPublished(key, now().getTime()));
      return { keys: published.flatMap(({ publicJwk }) => (publicJwk ? [publicJwk] : [])) };
    },
    async signingKey(school) {
      const stored = signingKeyOf(await keysOf(school), now().getTime());
      if (!stored) throw new Problem('school/unknown', { school });
      const place = sealedFor(stored);
      const key = opened.get(place) ?? open(stored);
      opened.set(place, key);
      return key;
    },
  };
}
