import { timingSafeEqual, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { isProblem, Problem } from '@buitenboord/shared/problem.js';
import { platforms, usedLogins } from '@buitenboord/shared/store/collections.js';
import { put } from '@buitenboord/shared/store/port.js';
import type { Store, Write } from '@buitenboord/shared/store/port.js';
import { checks } from './checks.js';
import type { KnownPlatform } from './find-platform.js';
import type { Launch } from './launch.js';
import type { LoginState, LoginStates } from './login-states.js';
import type { PlatformKeys } from './platform-keys.js';
import { toLaunch } from './to-launch.js';
import type { ToolAddresses } from './tool-addresses.js';
import { IdToken } from './wire.js';

export interface VerifyDeps {
  store: Store;
  logins: LoginStates;
  keys: PlatformKeys;
  addresses: ToolAddresses;
  now: Clock;
}

export interface PostedLaunch {
  idToken: string;
  state: string;
  /** From the cookie of this state (`loginCookieName`), or from the platform's storage. Absent when the browser kept neither. */
  cookieSecret?: string;
}

/**
 * A launch that is true. `bound`: this browser began it. `noCookie`: nothing shows which browser did, so the caller must not open the
 * visit here on this alone. Nothing is stored yet: `consume` belongs in the same commit as what the launch brings (see `commitLaunch`).
 */
export interface VerifiedLaunch {
  kind: 'bound' | 'noCookie';
  launch: Launch;
  consume: Write;
  login: LoginState;
}

/** The largest real token we know is 10 kB; a class list in a claim would still fit. */
const maxTokenLength = 64 * 1024;

/** Verifies a posted id_token in the order of the standard (Security Framework §5.1.3), against the login that asked for it. */
export async function verifyLaunch(deps: VerifyDeps, posted: PostedLaunch): Promise<VerifiedLaunch> {
  const login = loginOf(deps, posted.state);
  const kind = browserOf(login, posted.cookieSecret);
  const platform = await platformOf(deps.store, login);
  const claims = await verifiedClaims(deps.keys, platform, posted.idToken);
  const checked = { claims, platform, login, addresses: deps.addresses, nowMs: deps.now().getTime() };
  for (const check of checks) check(checked);
  const consume = put(usedLogins, { id: login.id }, { expiresAt: new Date(login.expiresAtMs).toISOString() }, 0);
  return { kind, launch: toLaunch(claims, platform), consume, login };
}

/**
 * Commits what a launch brings together with the use of its state and nonce: all or nothing, and once. A second post of the same launch
 * gets Problem `launch/nonce-used`; any other `store/conflict` comes through, for the caller to decide again.
 */
export async function commitLaunch(
  store: Store,
  { consume, login }: VerifiedLaunch,
  writes: readonly Write[],
): Promise<void> {
  try {
    await store.commit([consume, ...writes]);
  } catch (error) {
    if (!isProblem(error, 'store/conflict')) throw error;
    if (await store.get(usedLogins, { id: login.id }))
      throw new Problem('launch/nonce-used', { platform: login.platform }, { cause: error });
    throw error;
  }
}

/** Security Framework §5.1.1.4: the state is one we gave out, not long ago. That it is used once is decided by the commit. */
function loginOf({ logins, now }: VerifyDeps, state: string): LoginState {
  if (state === '') throw new Problem('launch/missing-parameter', { parameter: 'state' });
  const login = logins.find(state);
  if (!login || login.expiresAtMs <= now().getTime())
    throw new Problem('launch/unknown-state', { expired: login !== undefined });
  return login;
}

/** Security Framework §7.3.1: a launch that another browser began would log this person in as somebody else. */
function browserOf(login: LoginState, cookieSecret: string | undefined): VerifiedLaunch['kind'] {
  if (cookieSecret === undefined || cookieSecret === '') return 'noCookie';
  const [held, wanted] = [Buffer.from(cookieSecret), Buffer.from(login.cookieSecret)];
  if (held.length === wanted.length && timingSafeEqual(held, wanted)) return 'bound';
  throw new Problem('launch/other-browser', { platform: login.platform });
}

/** Read anew: a school may have removed its LMS while somebody was signing in. */
async function platformOf(store: Store, login: LoginState): Promise<KnownPlatform> {
  const platform = await store.get(platforms, { id: login.platform });
  if (!platform) throw new Problem('launch/unknown-platform', { platform: login.platform });
  if (platform.state !== 'active') throw new Problem('launch/platform-not-active', { platform: platform.id });
  return platform;
}

/** Security Framework §5.1.3 items 1 and 6, §6.3. The key comes from the registration; `jku`, `x5u`, `x5c` and `jwk` in the header are not read (§5.4). */
async function verifiedClaims(keys: PlatformKeys, platform: KnownPlatform, idToken: string): Promise<IdToken> {
  const facts = { platform: platform.id };
  const decoded = idToken.length <= maxTokenLength ? jwt.decode(idToken, { complete: true }) : null;
  if (!decoded) throw new Problem('launch/malformed-token', { ...facts, length: idToken.length });
  const { alg, kid } = decoded.header as { alg: unknown; kid?: unknown };
  if (alg !== 'RS256') throw new Problem('launch/bad-signature', { ...facts, reason: 'algorithm' });
  if (typeof kid !== 'string' || kid === '') throw new Problem('launch/unknown-key', { ...facts, reason: 'no-key-id' });
  const key = await keys.keyOf(platform, kid);
  const payload = verifiedPayload(idToken, key) ?? verifiedPayload(idToken, await keys.keyOf(platform, kid, key));
  if (payload === undefined) throw new Problem('launch/bad-signature', facts);
  const claims = IdToken.safeParse(payload);
  if (!claims.success) throw new Problem('launch/malformed-token', facts);
  return claims.data;
}

/** The payload, when this key made the signature. Times are checked in checks.ts, with the caller's clock and a reason each. */
function verifiedPayload(idToken: string, key: KeyObject): unknown {
  try {
    return jwt.verify(idToken, key, { algorithms: ['RS256'], ignoreExpiration: true, ignoreNotBefore: true });
  } catch {
    return undefined;
  }
}
