import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type { Visit } from '@buitenboord/shared/domain/visit/visit.js';
import { hashOf } from '@buitenboord/shared/ids.js';
import type { Signer } from '@buitenboord/shared/ports/vault.js';
import type { Stored } from '@buitenboord/shared/store/port.js';
import { isSignedAddress } from './signed-address.js';
import { visitSecret } from './visit-cookie.js';

type StoredVisit = Stored<Visit, 'school'>;

/** How a browser shows that a visit is its own: its cookie; a token in `Authorization`, from a frame without cookies; an address that we signed. */
export type Proof = 'cookie' | 'bearer' | 'address';

export interface ProofDeps {
  vault: Signer;
  now: () => Date;
}

/** What a request shows, if anything. `signed`: the route is a file's, which may be asked for by an address that we signed. */
export function proofOf(
  { vault, now }: ProofDeps,
  { req, visit, signed }: { req: Request; visit: StoredVisit; signed: boolean },
): Proof | undefined {
  const token = bearerOf(req);
  // Who brings a token is judged by it alone, right or wrong.
  if (token !== undefined) return isSecretOf(visit.bearer, token) ? 'bearer' : undefined;
  const secret = visitSecret(req, visit.id);
  if (secret !== undefined && isSecretOf(visit.cookie, secret)) return 'cookie';
  return signed && isSignedAddress(vault, visit, req, now()) ? 'address' : undefined;
}

/** Whether this may be the reloaded page of a frame without cookies: it has forgotten its token, and the platform can show a proof. */
export function mayBeReload(req: Request, visit: StoredVisit): boolean {
  const brought = bearerOf(req) ?? visitSecret(req, visit.id);
  return req.method === 'GET' && brought === undefined && visit.comeBack !== undefined;
}

/** Whether a secret is the one whose hash we hold. */
export function isSecretOf(hash: string | undefined, secret: string): boolean {
  if (hash === undefined) return false;
  const [left, right] = [Buffer.from(hashOf(secret)), Buffer.from(hash)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The token of a frame without cookies. A header of another kind isn't ours: a test server may stand behind a password. */
function bearerOf(req: Request): string | undefined {
  const [kind, token] = (req.headers.authorization ?? '').split(' ', 2);
  return kind === 'Bearer' ? (token ?? '') : undefined;
}
