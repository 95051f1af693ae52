import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { SigningAlgorithm } from '@buitenboord/shared/domain/school/school.js';
import { Problem } from '@buitenboord/shared/problem.js';
import { atSlowStep } from './at-step.js';
import type { CheckList } from './check-list.js';
import type { KnownPlatform } from './find-platform.js';
import { algorithmOf, type PlatformKeys } from './platform-keys.js';

/** A token as it was posted. Nothing in it has been verified; of its header only `alg` and `kid` are read: not `jku`, `x5u`, `x5c` and `jwk` (§5.4). */
export interface PostedToken {
  text: string;
  alg: unknown;
  kid: unknown;
  platform: KnownPlatform;
  keys: PlatformKeys;
}

/** Security Framework §5.1.3 item 6: RS256, or the one that was registered. */
const algorithmIsRegistered = ({ alg, platform }: PostedToken): void => {
  if (alg !== algorithmOf(platform)) throw new Problem('launch/bad-signature', { reason: 'algorithm' });
};

/** §6.3: also a platform with one key says which one it is. */
const keyIsNamed = ({ kid }: PostedToken): void => {
  if (typeof kid !== 'string' || kid === '') throw new Problem('launch/unknown-key', { reason: 'no-key-id' });
};

/** §5.1.3 item 1, with a key from the registration. A platform that was installed anew may have another key under the same id. */
const signatureIsRight = async ({ text, kid, platform, keys }: PostedToken): Promise<void> => {
  const keyOf = (doubted?: KeyObject) => atSlowStep('keyIsKnown', () => keys.keyOf(platform, String(kid), doubted));
  const algorithm = algorithmOf(platform);
  const key = await keyOf();
  if (isSignedWith(text, key, algorithm) || isSignedWith(text, await keyOf(key), algorithm)) return;
  throw new Problem('launch/bad-signature');
};

/** Times are checked in checks.ts, with the caller's clock and a reason each. */
function isSignedWith(text: string, key: KeyObject, algorithm: SigningAlgorithm): boolean {
  try {
    jwt.verify(text, key, { algorithms: [algorithm], ignoreExpiration: true, ignoreNotBefore: true });
    return true;
  } catch {
    return false;
  }
}

export const tokenChecks = { algorithmIsRegistered, keyIsNamed, signatureIsRight } satisfies CheckList<PostedToken>;
