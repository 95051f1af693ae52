import { Problem } from '@buitenboord/shared/problem.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { parseJson } from '@buitenboord/shared/runtime/fetch-json.js';
import type { Outbound, OutboundAnswer } from '@buitenboord/shared/runtime/fetch-json.js';
import { signAssertion } from './client-assertion.js';
import type { SigningKey } from './client-assertion.js';
import { habitsOf } from './platforms.js';
import { asksToSlowDown, retryAfterMs } from './retry-after.js';
import { TokenAnswer } from './wire.js';

/** A registration as its services need it. */
export interface ServicePlatform {
  issuer: string;
  clientId: string;
  tokenUrl: string;
  product: string;
  /** Whom the client assertion is for, where the platform's administrator gave another than its kind has. */
  audience?: string;
}

export interface TokenDeps {
  outbound: Outbound;
  platformOf(school: string, platform: string): Promise<ServicePlatform>;
  signingKey(school: string): Promise<SigningKey>;
  now: Clock;
}

/** Whose token: of which school's registration, for what. */
export interface TokenFor {
  school: string;
  platform: string;
  /** A registration may serve several places; absent where it isn't known which. */
  deployment?: string;
  scope: string;
}

/** Access tokens, kept until a minute before they end. */
export interface AccessTokens {
  /**
   * Throws Problem `platform/scope-refused` when the platform doesn't allow this, `platform/token-refused` when it doesn't know us, and another
   * `platform/…` when it doesn't answer as it should.
   */
  tokenFor(wanted: TokenFor): Promise<string>;
  /** Forgets a token that the platform no longer takes. */
  drop(wanted: TokenFor, token: string): void;
}

interface Kept {
  token: string;
  until: number;
}

const marginMs = 60_000;
/** When a platform doesn't say (RFC 6749 §5.1 only recommends that it does); Security Framework §7.1.1 has an hour as default. */
const defaultLifeSeconds = 3600;

export function createAccessTokens(deps: TokenDeps): AccessTokens {
  const kept = new Map<string, Kept>();
  const asking = new Map<string, Promise<string>>();

  async function ask(wanted: TokenFor, key: string): Promise<string> {
    const [platform, signingKey] = await Promise.all([
      deps.platformOf(wanted.school, wanted.platform),
      deps.signingKey(wanted.school),
    ]);
    const subject = {
      clientId: platform.clientId,
      audience: platform.audience ?? habitsOf(platform).audienceOf(platform),
      deployment: wanted.deployment,
    };
    const askedAt = deps.now();
    const answer = await deps.outbound.request({
      url: platform.tokenUrl,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: tokenForm(signAssertion(signingKey, subject, askedAt), wanted.scope),
    });
    if (answer.status !== 200 && answer.status !== 201) throw refusal(answer, wanted, askedAt);
    // Moodle says text/html here, so the content type is not looked at.
    const { access_token: token, expires_in: life = defaultLifeSeconds, scope } = parseJson(answer.text, TokenAnswer);
    // Less than was asked is a yes in form only (RFC 6749 §3.3): the service would answer 401 for ever.
    if (!isGranted(wanted.scope, scope)) throw new Problem('platform/scope-refused', { scope: wanted.scope });
    kept.set(key, { token, until: askedAt.getTime() + life * 1000 - marginMs });
    return token;
  }

  return {
    async tokenFor(wanted) {
      const key = keyOf(wanted);
      const known = kept.get(key);
      if (known && known.until > deps.now().getTime()) return known.token;
      // One request at a time: thirty grades that go out together need one token.
      const under = asking.get(key) ?? ask(wanted, key).finally(() => asking.delete(key));
      asking.set(key, under);
      return under;
    },
    drop(wanted, token) {
      const key = keyOf(wanted);
      if (kept.get(key)?.token === token) kept.delete(key);
    },
  };
}

function keyOf({ school, platform, deployment, scope }: TokenFor): string {
  return JSON.stringify([school, platform, deployment, scope]);
}

/** An answer that names no scopes grants what was asked (RFC 6749 §5.1). */
function isGranted(wanted: string, granted: string | undefined): boolean {
  return granted === undefined || granted.trim() === '' || granted.split(/\s+/u).includes(wanted);
}

/** Security Framework §4.1.1, RFC 7523 §2.2. */
function tokenForm(assertion: string, scope: string): string {
  return new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
    scope,
  }).toString();
}

function refusal(answer: OutboundAnswer, { scope }: TokenFor, now: Date): Problem {
  const { status } = answer;
  const wait = retryAfterMs(answer, now);
  if (asksToSlowDown(answer)) return new Problem('platform/slow-down', { status, retryAfterMs: wait });
  if (status >= 500) return new Problem('platform/unreachable', { status, sent: false, retryAfterMs: wait });
  // Moodle's errors are sentences, and one of them breaks its own JSON.
  const error = /"error"\s*:\s*"([\w .:]{1,80})/u.exec(answer.text)?.[1];
  if (error === 'invalid_scope') return new Problem('platform/scope-refused', { status, error, scope });
  return new Problem('platform/token-refused', { status, error });
}
