import { signingKeyOf, stateOfKey } from '@buitenboord/shared/domain/school/key-life.js';
import { newId } from '@buitenboord/shared/ids.js';
import { schoolKeys } from '@buitenboord/shared/store/collections.js';
import { decideAgain } from '@buitenboord/shared/store/decide-again.js';
import { audit, change, put, remove, type Write } from '@buitenboord/shared/store/port.js';
import { makeKeyPair } from './key-pair.js';
import { kidOf, storedKeys, type StoredKey } from './stored-keys.js';
import type { ToolKeysDeps } from './tool-keys.js';

export interface KeysToRotate {
  school: string;
  actor: string;
  /** How long the new key is published before it signs, and the old one after that. */
  overlapMs: number;
  /** The private key got into wrong hands: the new one signs at once, and nobody can fetch the old one any more. */
  leaked?: boolean;
}

/** `none`: the school has no key yet, and gets its first when it is asked for. `under-way`: a new key is published already and will sign. */
export type Rotated = { kind: 'none' } | { kind: 'rotated' | 'under-way'; kid: string; signsFrom: string };

/**
 * Gives a school a new key pair: published first, signing when every LMS had the time to fetch it, and the old one stays published for what it signed
 * (Security Framework §6.4). Once more while a new key waits changes nothing.
 */
export async function rotateKeys(deps: ToolKeysDeps, input: KeysToRotate): Promise<Rotated> {
  // Outside of what may be decided again: a pair takes a while to make.
  const [id, at] = [newId(), deps.now()];
  const made = await makeKeyPair(deps.vault, { school: input.school, id }, at.toISOString());
  return decideAgain(async () => {
    const keys = await storedKeys(deps.store, input.school);
    if (keys.length === 0) return { kind: 'none' };
    const coming = keys.find((key) => stateOfKey(key, keys, at.getTime()) === 'coming');
    if (coming?.signsFrom !== undefined && !input.leaked)
      return { kind: 'under-way', kid: kidOf(coming), signsFrom: coming.signsFrom };
    const times = timesOf(at, input);
    const fact = {
      at: at.toISOString(),
      actor: input.actor,
      action: input.leaked ? 'key/replaced' : 'key/rotated',
      object: `schoolKeys/${id}`,
    };
    await deps.store.commit([
      put(schoolKeys, { school: input.school, id }, { ...made, signsFrom: times.signsFrom }, 0),
      ...retiring(keys, { nowMs: at.getTime(), publishedUntil: times.publishedUntil }),
      audit(input.school, fact),
    ]);
    return { kind: 'rotated', kid: made.publicJwk.kid ?? id, signsFrom: times.signsFrom };
  });
}

function timesOf(at: Date, { overlapMs, leaked }: KeysToRotate): { signsFrom: string; publishedUntil: string } {
  if (leaked) return { signsFrom: at.toISOString(), publishedUntil: at.toISOString() };
  return {
    signsFrom: new Date(at.getTime() + overlapMs).toISOString(),
    publishedUntil: new Date(at.getTime() + 2 * overlapMs).toISOString(),
  };
}

/** The one that signs gets its end, at once when it leaked; what ended already is let go of, its private half with it. */
function retiring(
  keys: readonly StoredKey[],
  { nowMs, publishedUntil }: { nowMs: number; publishedUntil: string },
): Write[] {
  const signing = signingKeyOf(keys, nowMs);
  const atOnce = Date.parse(publishedUntil) <= nowMs;
  return keys.flatMap((key) => {
    if (stateOfKey(key, keys, nowMs) === 'gone') return [remove(schoolKeys, key)];
    return key === signing || atOnce ? [change(schoolKeys, key, { publishedUntil })] : [];
  });
}
