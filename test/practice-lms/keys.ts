import { localTime } from './site-clock.js';
import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
  type JsonWebKey,
} from 'node:crypto';

export interface PlatformKey {
  readonly kid: string;
  readonly privateJwk: JsonWebKey;
}

export type Claims = Readonly<Record<string, unknown>>;

export function newKey(): PlatformKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid: randomBytes(10).toString('hex'), privateJwk: privateKey.export({ format: 'jwk' }) };
}

export function publicJwk({ kid, privateJwk }: PlatformKey) {
  const { kty, e, n } = privateJwk;
  return { kty, alg: 'RS256', kid, e, n, use: 'sig' };
}

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** Signs as Moodle does. Another `alg` in the header gives the forgeries a tool has to refuse (`none`, `HS256`). */
export function signJwt(key: PlatformKey, claims: Claims, header: Claims = {}): string {
  const fullHeader = { typ: 'JWT', alg: 'RS256', kid: key.kid, ...header };
  const signed = `${encode(fullHeader)}.${encode(claims)}`;
  return `${signed}.${signatureOf(key, fullHeader.alg, signed)}`;
}

function signatureOf({ privateJwk }: PlatformKey, alg: string, signed: string): string {
  const privateKey = createPrivateKey({ key: privateJwk, format: 'jwk' });
  if (alg === 'none') return '';
  if (alg === 'HS256') {
    // The classic confusion: the public key, which everybody has, used as a shared secret.
    const secret = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' });
    return createHmac('sha256', secret).update(signed).digest('base64url');
  }
  return sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url');
}

/** What the JWT library under Moodle says when it refuses; these words reach the tool. */
export class JwtRefusal extends Error {}

/** Splits without verifying anything. */
export function readJwt(jwt: string): { header: Claims; claims: Claims } {
  const [header, claims, signature] = jwt.split('.');
  if (!header || !claims || signature === undefined) throw new JwtRefusal('Wrong number of segments');
  return { header: decode(header, 'header'), claims: decode(claims, 'claims') };
}

function decode(part: string, what: string): Claims {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Claims;
  } catch (cause) {
    throw new JwtRefusal(`Invalid ${what} encoding`, { cause });
  }
}

/** Verifies in the order of Moodle's library: key, signature, not before, issued at, expiry. No leeway at all. */
export function verifyJwt(jwt: string, keys: readonly JsonWebKey[], now: Date): Claims {
  const { header, claims } = readJwt(jwt);
  if (typeof header.kid !== 'string') throw new JwtRefusal('error/Error: kid must be provided in JWT header.');
  const jwk = keys.find(({ kid }) => kid === header.kid);
  if (!jwk) throw new JwtRefusal('"kid" invalid, unable to lookup correct key');
  checkSignature(jwt, jwk);
  checkTimes(claims, Math.floor(now.getTime() / 1000));
  return claims;
}

function checkSignature(jwt: string, jwk: JsonWebKey): void {
  const end = jwt.lastIndexOf('.');
  const signature = Buffer.from(jwt.slice(end + 1), 'base64url');
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  if (!verify('RSA-SHA256', Buffer.from(jwt.slice(0, end)), key, signature)) {
    throw new JwtRefusal('Signature verification failed');
  }
}

function checkTimes({ nbf, iat, exp }: Claims, now: number): void {
  if (typeof nbf === 'number' && nbf > now)
    throw new JwtRefusal(`Cannot handle token with nbf prior to ${phpDate(nbf)}`);
  if (typeof iat === 'number' && iat > now)
    throw new JwtRefusal(`Cannot handle token with iat prior to ${phpDate(iat)}`);
  if (typeof exp === 'number' && exp <= now) throw new JwtRefusal('Expired token');
}

/** The library writes the offset without a colon. */
const phpDate = (seconds: number) => localTime(seconds).replace(/:(\d\d)$/, '$1');
