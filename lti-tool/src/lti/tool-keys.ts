import { createPrivateKey, generateKeyPair } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { SchoolKey } from '@buitenboord/shared/domain/school/school.js';
import { hashOf, naturalId } from '@buitenboord/shared/ids.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { Vault } from '@buitenboord/shared/ports/vault.js';
import { isProblem, Problem } from '@buitenboord/shared/problem.js';
import { schoolKeys, schools } from '@buitenboord/shared/store/collections.js';
import { put } from '@buitenboord/shared/store/port.js';
import type { Store, Stored } from '@buitenboord/shared/store/port.js';

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

/** The tool's own key pair, one for each school (Security Framework §7.2: one pair should not serve several systems). */
export interface ToolKeys {
  /** What an LMS fetches to verify us (§6.3). Throws Problem `school/unknown`. */
  publicKeys(school: string): Promise<PublicKeys>;
  /** What we sign with; kept opened in memory. Throws Problem `school/unknown`. */
  signingKey(school: string): Promise<SigningKey>;
}

const newKeyPair = promisify(generateKeyPair);

export function createToolKeys({ store, vault, now }: ToolKeysDeps): ToolKeys {
  const opened = new Map<string, Promise<SigningKey>>();

  async function storedKeys(school: string): Promise<readonly Stored<SchoolKey, 'school'>[]> {
    const { items } = await store.find(schoolKeys, { where: { school, purpose: 'lti' } });
    return items;
  }

  /** The school's keys, newest last; the first pair is made when it is asked for. */
  async function keysOf(school: string): Promise<readonly Stored<SchoolKey, 'school'>[]> {
    const known = await storedKeys(school);
    const keys = known.length > 0 ? known : await makeFirst(school);
    return keys.toSorted((one, other) => one.createdAt.localeCompare(other.createdAt));
  }

  async function makeFirst(school: string): Promise<readonly Stored<SchoolKey, 'school'>[]> {
    if (!(await store.get(schools, { id: school }))) throw new Problem('school/unknown', { school });
    const pair = await newKeyPair('rsa', { modulusLength: 2048 });
    // The same id for everyone who makes the first one: two processes at once still end with one pair.
    const id = naturalId('lti', 'first');
    const sealed = vault.seal(pair.privateKey.export({ type: 'pkcs8', format: 'der' }), sealedFor(school, id));
    const value = { purpose: 'lti' as const, sealed, publicJwk: toJwk(pair.publicKey), createdAt: now().toISOString() };
    try {
      await store.commit([put(schoolKeys, { school, id }, value, 0)]);
    } catch (error) {
      if (!isProblem(error, 'store/conflict')) throw error;
    }
    return storedKeys(school);
  }

  async function openNewest(school: string): Promise<SigningKey> {
    const newest = (await keysOf(school)).at(-1);
    const kid = newest?.publicJwk?.kid;
    if (!newest || kid === undefined) throw new Problem('school/unknown', { school });
    const der = vault.open(newest.sealed, sealedFor(school, newest.id));
    return { kid, key: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }) };
  }

  return {
    async publicKeys(school) {
      const keys = await keysOf(school);
      return { keys: keys.flatMap(({ publicJwk }) => (publicJwk ? [publicJwk] : [])) };
    },
    async signingKey(school) {
      const waiting = opened.get(school) ?? openNewest(school);
      opened.set(school, waiting);
      try {
        return await waiting;
      } catch (error) {
        opened.delete(school);
        throw error;
      }
    },
  };
}

function sealedFor(school: string, id: string): string {
  return `schoolKeys/${school}/${id}`;
}

/** The key id is made of the key (as RFC 7638 does), so that one id never means two keys (§6.2). */
function toJwk(key: KeyObject): Record<string, string> {
  const { n = '', e = '' } = key.export({ format: 'jwk' });
  const kid = hashOf(JSON.stringify({ e, kty: 'RSA', n }));
  return { kty: 'RSA', n, e, kid, alg: 'RS256', use: 'sig' };
}
