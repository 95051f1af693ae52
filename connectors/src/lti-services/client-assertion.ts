import { randomUUID, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** A private key as it signs. */
export interface SigningKey {
  kid: string;
  key: KeyObject;
}

export interface AssertionSubject {
  clientId: string;
  audience: string;
  /** For which of the registration's deployments: LTI Core 1.3 §6.2.1 asks to say so. */
  deployment: string | undefined;
}

/** Moodle refuses an `iat` that is ahead of its own clock by any second; one minute back suits every clock we know. */
const backdatedSeconds = 60;
/** From `iat` to `exp`; five minutes is the longest that is accepted everywhere. */
const livesSeconds = 300;
const deploymentClaim = 'https://purl.imsglobal.org/spec/lti/claim/deployment_id';

/** Signs who we are to a platform's token service (Security Framework §4.1.1, RFC 7523 §3), RS256. */
export function signAssertion({ kid, key }: SigningKey, subject: AssertionSubject, now: Date): string {
  const { clientId, audience, deployment } = subject;
  const issuedAt = Math.floor(now.getTime() / 1000) - backdatedSeconds;
  const header = { alg: 'RS256', typ: 'JWT', kid };
  const claims = {
    iss: clientId,
    sub: clientId,
    aud: audience,
    iat: issuedAt,
    exp: issuedAt + livesSeconds,
    jti: randomUUID(),
    ...(deployment !== undefined && { [deploymentClaim]: deployment }),
  };
  const content = `${base64url(header)}.${base64url(claims)}`;
  return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`;
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
