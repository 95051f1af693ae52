import { hashOf } from '@buitenboord/shared/ids.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { Problem } from '@buitenboord/shared/problem.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { atSlowStep, atStep } from './at-step.js';
import { findPlatform, type KnownPlatform } from './find-platform.js';
import type { LoginStates } from './login-states.js';
import { storagePlaceOf, type StoragePlace } from './platform-storage.js';
import { leadsTo } from './tool-addresses.js';
import type { ToolAddresses } from './tool-addresses.js';

export interface LoginDeps {
  store: Store;
  logins: LoginStates;
  addresses: ToolAddresses;
  now: Clock;
}

/** The fields of a form or a query as they came: a repeated one is a list. */
export type LoginFields = Readonly<Record<string, unknown>>;

export interface BegunLogin {
  /** The platform's authorization page, with everything it needs. */
  redirectTo: string;
  state: string;
  /** The cookie that binds this login to the browser; each login has its own, so that tabs don't disturb each other. */
  cookieName: string;
  cookieSecret: string;
  platform: KnownPlatform;
  /** The platform offered to keep the secret. */
  storage?: StoragePlace;
}

/** How long a person may take to sign in at the LMS before the launch comes. */
export const loginLivesMs = 10 * 60_000;

/** The name of the cookie that belongs to a state. `__Host-` keeps other hosts and paths from setting it. */
export function loginCookieName(state: string): string {
  return `__Host-login-${hashOf(state).slice(0, 16)}`;
}

/**
 * Begins an OpenID Connect login that a platform initiated (Security Framework §5.1.1.1, by GET or POST), good for ten minutes, and says where
 * to send the browser. Never where the request wants it: redirect_uri is ours. Nothing is stored: anybody can ask for a login.
 */
export async function beginLogin(deps: LoginDeps, fields: LoginFields): Promise<BegunLogin> {
  const initiation = atStep('loginIsComplete', () => parseInitiation(fields));
  const platform = await atSlowStep('registrationIsFound', () => findPlatform(deps.store, initiation));
  const { launch, deepLinking } = deps.addresses;
  if (!leadsTo([launch, deepLinking], initiation.targetLinkUri)) {
    throw new Problem('launch/wrong-target', { platform: platform.id, step: 'loginTargetIsOurs' });
  }
  const { login, state } = deps.logins.begin({
    platform: platform.id,
    ...(initiation.deployment !== undefined && { deployment: initiation.deployment }),
    targetLinkUri: initiation.targetLinkUri,
    ...(initiation.storageTarget !== undefined && { storageTarget: initiation.storageTarget }),
    expiresAtMs: deps.now().getTime() + loginLivesMs,
  });
  const redirectTo = authorizationUrl(platform, { ...initiation, state, nonce: login.nonce, redirectUri: launch });
  const begun = { platform, redirectTo, state, cookieName: loginCookieName(state), cookieSecret: login.cookieSecret };
  if (initiation.storageTarget === undefined) return begun;
  return { ...begun, storage: storagePlaceOf(platform, initiation.storageTarget) };
}

interface Initiation {
  issuer: string;
  clientId?: string;
  deployment?: string;
  loginHint: string;
  /** Opaque to us: goes back byte for byte (Core §4.1.1). */
  messageHint?: string;
  targetLinkUri: string;
  storageTarget?: string;
}

function parseInitiation(fields: LoginFields): Initiation {
  return {
    issuer: required(fields, 'iss', 2048),
    loginHint: required(fields, 'login_hint', 8192),
    targetLinkUri: required(fields, 'target_link_uri', 4096),
    messageHint: optional(fields, 'lti_message_hint', 16_384),
    clientId: optional(fields, 'client_id', 255),
    deployment: optional(fields, 'lti_deployment_id', 255),
    storageTarget: optional(fields, 'lti_storage_target', 255),
  };
}

function required(fields: LoginFields, name: string, maxLength: number): string {
  const value = optional(fields, name, maxLength);
  if (value === undefined) throw new Problem('launch/missing-parameter', { parameter: name });
  return value;
}

/** A parameter that is sent twice is refused: two readers could each take another one (RFC 6749 §3.1). An empty one counts as absent. */
function optional(fields: LoginFields, name: string, maxLength: number): string | undefined {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string' && value.length <= maxLength) return value;
  throw new Problem('launch/missing-parameter', { parameter: name, reason: 'not-one-text' });
}

interface Authorization extends Initiation {
  state: string;
  nonce: string;
  redirectUri: string;
}

/** Security Framework §5.1.1.2: exactly these, with the platform's own query kept. */
function authorizationUrl(platform: { authUrl: string; clientId: string }, asked: Authorization): string {
  const url = new URL(platform.authUrl);
  const parameters = {
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: platform.clientId,
    redirect_uri: asked.redirectUri,
    login_hint: asked.loginHint,
    state: asked.state,
    nonce: asked.nonce,
    ...(asked.messageHint !== undefined && { lti_message_hint: asked.messageHint }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  // A plus means a space to form readers only; %20 means it to everyone, and hints must come back byte for byte.
  url.search = url.search.replaceAll('+', '%20');
  return url.toString();
}
