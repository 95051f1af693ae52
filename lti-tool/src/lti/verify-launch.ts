import jwt from 'jsonwebtoken';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { isProblem, Problem } from '@buitenboord/shared/problem.js';
import { platforms, usedLogins } from '@buitenboord/shared/store/collections.js';
import { put } from '@buitenboord/shared/store/port.js';
import type { Store, Write } from '@buitenboord/shared/store/port.js';
import { atSlowStep, atStep, toldWith } from './at-step.js';
import { passAll } from './check-list.js';
import type { KnownPlatform } from './find-platform.js';
import type { LaunchChecks } from './launch-checks.js';
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
  /** `launchChecks`, all of them. */
  checks: LaunchChecks;
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

/**
 * Verifies a posted id_token in the order of the standard (Security Framework §5.1.3), against the login that asked for it. A refusal says
 * how far it came (`step`) and whose launch it was (`platform`).
 */
export async function verifyLaunch(deps: VerifyDeps, posted: PostedLaunch): Promise<VerifiedLaunch> {
  const login = atStep('stateIsOurs', () => loginOf(deps.logins, posted.state));
  try {
    return await verifyAnswer(deps, posted, login);
  } catch (error) {
    if (!isProblem(error)) throw error;
    throw toldWith(error, { platform: login.platform });
  }
}

async function verifyAnswer(
  { store, checks, keys, addresses, now }: VerifyDeps,
  { idToken, cookieSecret = '' }: PostedLaunch,
  login: LoginState,
): Promise<VerifiedLaunch> {
  const nowMs = now().getTime();
  const platform = await atSlowStep('registrationIsActive', () => platformOf(store, login));
  await passAll(checks.login, { login, platform, cookieSecret: cookieSecret || undefined, nowMs });
  const claims = await signedClaims({ checks: checks.token, keys }, platform, idToken);
  await passAll(checks.claims, { claims, platform, login, addresses, nowMs });
  const consume = put(usedLogins, { id: login.id }, { expiresAt: new Date(login.expiresAtMs).toISOString() }, 0);
  return { kind: cookieSecret === '' ? 'noCookie' : 'bound', launch: toLaunch(claims, platform), consume, login };
}

interface SignatureDeps {
  checks: LaunchChecks['token'];
  keys: PlatformKeys;
}

/** What a token says that this platform signed: of a launch or of a notice. Who it is for, and whether it is still good, is not looked at. */
export async function signedClaims(
  { checks, keys }: SignatureDeps,
  platform: KnownPlatform,
  text: string,
): Promise<IdToken> {
  const { header, payload } = atStep('tokenIsReadable', () => readToken(text));
  await passAll(checks, { text, alg: header.alg, kid: header.kid, platform, keys });
  return atStep('tokenIsReadable', () => readClaims(payload));
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
      throw new Problem('launch/nonce-used', { platform: login.platform, step: 'launchIsUsedOnce' }, { cause: error });
    throw error;
  }
}

/** Security Framework §5.1.1.4: the state is one we gave out. */
function loginOf(logins: LoginStates, state: string): LoginState {
  const login = logins.find(state);
  if (!login) throw new Problem('launch/unknown-state', { expired: false });
  return login;
}

/** Read anew: a school may have removed its LMS while somebody was signing in. */
async function platformOf(store: Store, login: LoginState): Promise<KnownPlatform> {
  const platform = await store.get(platforms, { id: login.platform });
  if (!platform) throw new Problem('launch/unknown-platform');
  return platform;
}

/** Nothing in this token has been verified yet. */
function readToken(idToken: string): { header: Readonly<Record<string, unknown>>; payload: unknown } {
  const decoded = idToken.length <= maxTokenLength ? decode(idToken) : null;
  if (!decoded) throw new Problem('launch/malformed-token', { length: idToken.length });
  return { header: { ...decoded.header }, payload: decoded.payload };
}

function decode(idToken: string): jwt.Jwt | null {
  try {
    return jwt.decode(idToken, { complete: true });
  } catch {
    // A payload that says it is JSON and isn't.
    return null;
  }
}

function readClaims(payload: unknown): IdToken {
  const claims = IdToken.safeParse(payload);
  if (!claims.success) throw new Problem('launch/malformed-token');
  return claims.data;
}
