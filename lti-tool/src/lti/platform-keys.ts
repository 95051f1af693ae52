import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { Problem } from '@buitenboord/shared/problem.js';
import type { Platform, SigningAlgorithm } from '@buitenboord/shared/domain/school/school.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { parseJson } from '@buitenboord/shared/runtime/fetch-json.js';
import type { Outbound } from '@buitenboord/shared/runtime/fetch-json.js';
import { PlatformKey, PlatformKeySet } from './wire.js';

/** The public keys of the platforms, fetched when needed and kept as ready keys: a warm launch asks nobody. */
export interface PlatformKeys {
  /**
   * The key of this platform with this id. `doubted`: the one we had didn't fit, so look whether the platform has another one under the same id, as
   * after a new installation. Throws Problem `launch/unknown-key`, or `platform/…` when its keys can't be fetched.
   */
  keyOf(platform: KeyOwner, kid: string, doubted?: KeyObject): Promise<KeyObject>;
}

type KeyOwner = Pick<Platform, 'jwksUrl' | 'signingAlgorithm'> & { readonly id: string };

/** What a platform signs with: RS256 unless it was registered otherwise (Security Framework §5.1.3 item 6). */
export function algorithmOf({ signingAlgorithm }: Pick<Platform, 'signingAlgorithm'>): SigningAlgorithm {
  return signingAlgorithm ?? 'RS256';
}

interface KeySet {
  keys: ReadonlyMap<string, KeyObject>;
  fetchedAt: number;
  /** Of the last try, successful or not. */
  triedAt: number;
  /** Of the last look for a key that we didn't have, while we had others. */
  refetchedAt: number;
  failure?: Error;
  /** One fetch at a time: a class that launches together asks once. */
  fetching?: Promise<void>;
}

/** Brightspace's key sets pass 64 KB. */
const maxBytes = 512 * 1024;
/** An unknown key id may be a rotation (Brightspace rotates hourly) or somebody guessing: both ask the platform at most this often. */
const refetchAfterMs = 10_000;
/** A key that the platform withdrew stops working within this time. */
const freshForMs = 6 * 3_600_000;
const maxPlatforms = 1000;
const never = Number.NEGATIVE_INFINITY;

export function createPlatformKeys({ outbound, now }: { outbound: Outbound; now: Clock }): PlatformKeys {
  const sets = new Map<string, KeySet>();

  /** Fetches anew. A platform that can't be reached keeps the keys it had: its lessons go on. */
  async function fetchKeys(set: KeySet, platform: KeyOwner): Promise<void> {
    set.triedAt = now().getTime();
    try {
      const { status, text } = await outbound.request({
        url: platform.jwksUrl,
        headers: { accept: 'application/json' },
        maxBytes,
      });
      if (status !== 200) throw new Problem('platform/answer-unusable', { status });
      set.keys = toKeys(parseJson(text, PlatformKeySet).keys, algorithmOf(platform));
      set.fetchedAt = set.triedAt;
      set.failure = undefined;
    } catch (error) {
      set.failure = error as Error;
    } finally {
      set.fetching = undefined;
    }
  }

  function setOf(id: string): KeySet {
    const known = sets.get(id);
    if (known) return known;
    const oldest = sets.keys().next();
    if (sets.size >= maxPlatforms && !oldest.done) sets.delete(oldest.value);
    const set: KeySet = { keys: new Map(), fetchedAt: never, triedAt: never, refetchedAt: never };
    sets.set(id, set);
    return set;
  }

  return {
    async keyOf(platform, kid, doubted) {
      const { id, jwksUrl } = platform;
      const set = setOf(`${id} ${algorithmOf(platform)} ${jwksUrl}`);
      const time = now().getTime();
      const known = set.keys.get(kid);
      const fresh = known !== undefined && known !== doubted && time - set.fetchedAt < freshForMs;
      if (!fresh && mayAsk(set, time)) {
        if (set.fetchedAt !== never) set.refetchedAt = time;
        await (set.fetching ??= fetchKeys(set, platform));
      }
      const key = set.keys.get(kid);
      if (key) return key;
      if (set.failure) throw set.failure;
      throw new Problem('launch/unknown-key', { platform: id });
    },
  };
}

/** A platform that rotates right after we first asked is asked again at once; after that, and after a failure, we wait. */
function mayAsk(set: KeySet, time: number): boolean {
  const last = set.failure || set.fetchedAt === never ? set.triedAt : set.refetchedAt;
  return set.fetching !== undefined || time - last >= refetchAfterMs;
}

/** The keys we can use, by their id. One that is strange or weak is left out and doesn't spoil the others. */
function toKeys(listed: readonly unknown[], algorithm: SigningAlgorithm): ReadonlyMap<string, KeyObject> {
  const keys = new Map<string, KeyObject>();
  for (const candidate of listed) {
    const parsed = PlatformKey.safeParse(candidate);
    if (!parsed.success || keys.has(parsed.data.kid)) continue;
    const key = toKey(parsed.data, algorithm);
    if (key) keys.set(parsed.data.kid, key);
  }
  return keys;
}

/** RFC 7518 §3.1 and §3.4: each algorithm has its kind of key. */
const keyKindOf: Readonly<Record<SigningAlgorithm, string>> = {
  RS256: 'RSA',
  RS384: 'RSA',
  RS512: 'RSA',
  ES256: 'EC P-256',
  ES384: 'EC P-384',
  ES512: 'EC P-521',
};

function toKey({ kid: _kid, use, alg, ...jwk }: PlatformKey, algorithm: SigningAlgorithm): KeyObject | undefined {
  if ((use !== undefined && use !== 'sig') || (alg !== undefined && alg !== algorithm)) return undefined;
  const kind = jwk.kty === 'EC' ? `EC ${jwk.crv}` : jwk.kty;
  if (kind !== keyKindOf[algorithm]) return undefined;
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    // Security Framework §6.1: RSA of at least 2048 bits.
    return jwk.kty === 'EC' || (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048 ? key : undefined;
  } catch {
    return undefined;
  }
}
