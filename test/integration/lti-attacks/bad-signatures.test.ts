import { createHmac, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { Problem } from '@buitenboord/shared/problem.js';
import type { PostedToken } from '@buitenboord/lti-tool/lti/token-checks.js';
import {
  changing,
  entry,
  expectProtection,
  expectStillOut,
  leavingOut,
  platformKey,
  type Attack,
} from '../../support/attacks.js';
import { signedToken } from '../../support/launch-world.js';
import { lti, membership, type LaunchWanted } from '../../support/lti-browser.js';
import { anLmsKey } from '../../support/lms-key.js';
import { openLtiWorld, type LtiWorld } from '../../support/lti-world.js';
import { openSmallServer, type SmallServer } from '../../support/small-server.js';

// Security §4.3, "alg confusion" and "kid/jku/x5u/jwk injection": tokens that the platform never signed.

const stranger = anLmsKey('k1');
const asTeacher = { [lti('roles')]: [membership('Instructor')] };
const part = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
type Maker = NonNullable<LaunchWanted['token']>;

const unsigned =
  (header: object, signature = ''): Maker =>
  (claims) =>
    `${part({ kid: 'k1', typ: 'JWT', ...header })}.${part(claims)}.${signature}`;
const hmac =
  (secret: string | Buffer, alg = 'HS256'): Maker =>
  (claims) => {
    const content = unsigned({ alg })(claims).slice(0, -1);
    return `${content}.${createHmac(`sha${alg.slice(2)}`, secret)
      .update(content)
      .digest('base64url')}`;
  };
const changed =
  (change: (token: [string, string, string]) => readonly string[]): Maker =>
  (claims) =>
    change(signedToken(claims, platformKey).split('.') as [string, string, string]).join('.');
const by =
  (header: Record<string, unknown>, key = stranger): Maker =>
  (claims) =>
    signedToken(claims, key, header);
const pem = platformKey.publicKey.export({ type: 'spki', format: 'pem' });
const der = platformKey.publicKey.export({ type: 'spki', format: 'der' });

/** About forty ways to sign nothing. `where` is the address of the attacker's own key set. */
const corpus = (where: string): Readonly<Record<string, Maker>> => ({
  'alg none': unsigned({ alg: 'none' }),
  'alg None': unsigned({ alg: 'None' }),
  'alg NONE with a signature': unsigned({ alg: 'NONE' }, 'AAAA'),
  'alg nOnE': unsigned({ alg: 'nOnE' }),
  'no alg': unsigned({}),
  'alg null': unsigned({ alg: null }),
  'alg as a list': unsigned({ alg: ['RS256'] }, 'AAAA'),
  'alg as an object': unsigned({ alg: { toString: 'RS256' } }, 'AAAA'),
  'alg with a space': unsigned({ alg: 'RS256 ' }, 'AAAA'),
  'RS256 without a signature': unsigned({ alg: 'RS256' }),
  'RS256 with a made-up signature': unsigned({ alg: 'RS256' }, part('signature')),
  'RS256 with zeros': unsigned({ alg: 'RS256' }, Buffer.alloc(256).toString('base64url')),
  'RS256 with ones': unsigned({ alg: 'RS256' }, Buffer.alloc(256, 255).toString('base64url')),
  'HS256 with the public key in PEM': hmac(pem),
  'HS256 with the public key in DER': hmac(der),
  'HS256 with the public key as JWK': hmac(JSON.stringify(platformKey.jwk)),
  'HS256 with the modulus': hmac(String(platformKey.jwk.n)),
  'HS256 with our client id': hmac('client-1'),
  'HS256 with nothing': hmac(''),
  'HS384 with the public key': hmac(pem, 'HS384'),
  'HS512 with the public key': hmac(pem, 'HS512'),
  'another key with the same kid': by({}),
  'another key in jwk': by({ jwk: stranger.jwk }),
  'another key in jku': by({ jku: where }),
  'another key in x5u': by({ x5u: where }),
  'another key in x5c': by({ x5c: [part('certificate')] }),
  'kid as an address': by({ kid: where }),
  'kid as a path': by({ kid: '../../../../etc/passwd' }),
  'kid as SQL': by({ kid: "k1' OR '1'='1" }),
  'kid as a command': by({ kid: 'k1;sleep 5|id' }),
  'kid as a member of every object': by({ kid: 'constructor' }),
  'kid __proto__': by({ kid: '__proto__' }),
  'kid as a list': by({ kid: ['k1'] }),
  'kid of ten thousand characters': by({ kid: 'k'.repeat(10_000) }),
  'a critical extension': by({ crit: ['b64'], b64: false }),
  'a changed payload': changed(([header, payload, signature]) => [
    header,
    part({ ...claimsOf(payload), sub: 'admin' }),
    signature,
  ]),
  'a changed header': changed(([, payload, signature]) => [
    part({ alg: 'RS256', kid: 'k1', typ: 'JWT', x: 1 }),
    payload,
    signature,
  ]),
  'the signature cut off': changed(([header, payload]) => [header, payload, '']),
  'half a signature': changed(([header, payload, signature]) => [header, payload, signature.slice(0, 171)]),
  'the signature of a prefix': (claims) => {
    const payload = part(claims);
    const header = part({ alg: 'RS256', kid: 'k1' });
    return `${header}.${payload}.${sign('sha256', Buffer.from(header), platformKey.privateKey).toString('base64url')}`;
  },
  'a fourth part': changed((parts) => [...parts, parts[2]]),
  'two tokens in one': changed((parts) => [...parts, ...parts]),
  'two parts': changed(([header, payload]) => [header, payload]),
  'white space in it': changed(([header, payload, signature]) => [header, ` ${payload}`, signature]),
  'a header that is no JSON': (claims) => `${part('{')}.${part(claims)}.AAAA`,
  'a payload that is no JSON': () => `${part({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${part('{')}.AAAA`,
  'an encrypted token': () => `${part({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.AAAA.AAAA.AAAA.AAAA`,
  'no token': () => 'token',
});

function claimsOf(payload: string): object {
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as object;
}

describe('tokens that the platform never signed', () => {
  let world: LtiWorld;
  let canary: SmallServer;
  beforeAll(async () => {
    canary = await openSmallServer(() => ({ body: JSON.stringify({ keys: [stranger.jwk] }) }));
    world = await openLtiWorld({ key: platformKey });
  });
  afterAll(async () => {
    await world.close();
    await canary.close();
  });

  it('are all refused, with a page that tells no two of a kind apart, and no other server is asked', async () => {
    const pages = new Map<string, Set<string>>();
    for (const [name, token] of Object.entries(corpus(`${canary.origin}/jwks`))) {
      const answer = await world.browser().launch({ token, claims: asTeacher });
      expect([name, entry(answer)]).toEqual([name, 'out']);
      const same = pages.get(answer.problem ?? '') ?? new Set<string>();
      pages.set(answer.problem ?? '', same.add(answer.text.replace(answer.reference!, '')));
    }
    expect([...pages.keys()].toSorted()).toEqual([
      'launch/bad-signature',
      'launch/malformed-token',
      'launch/unknown-key',
    ]);
    expect([...pages.values()].every(({ size }) => size === 1)).toBe(true);
    expect(canary.requests).toEqual([]);
  });

  const launchOf =
    (token: Maker): Attack =>
    async (attacked) =>
      entry(await attacked.browser().launch({ token, claims: asTeacher }));
  const both = leavingOut('algorithmIsRegistered', 'signatureIsRight');

  it.each([
    ['none', unsigned({ alg: 'none' })],
    ['HS256 with the public key', hmac(pem)],
  ] as const)(
    'with alg %s get in only where neither the algorithm nor the signature is checked',
    async (_name, token) => {
      await expectProtection(launchOf(token), both);
      await expectStillOut(launchOf(token), leavingOut('algorithmIsRegistered'));
      await expectStillOut(launchOf(token), leavingOut('signatureIsRight'));
    },
  );

  it('with a changed payload get in only where the signature isn’t checked', async () => {
    await expectProtection(launchOf(corpus('')['a changed payload']!), leavingOut('signatureIsRight'));
  });

  it('without kid get in only where it isn’t asked for and the signature isn’t checked', async () => {
    await expectProtection(
      launchOf(unsigned({ alg: 'RS256', kid: undefined }, 'AAAA')),
      leavingOut('keyIsNamed', 'signatureIsRight'),
    );
  });

  it('with a key of their own get in only where the header says which key to believe', async () => {
    const believing = changing((deps) => ({
      ...deps,
      checks: { ...deps.checks, token: { ...deps.checks.token, signatureIsRight: believeTheHeader } },
    }));
    const asked = () => canary.requests.length;
    for (const header of [{ jwk: stranger.jwk }, { jku: `${canary.origin}/jwks` }]) {
      const before = asked();
      await expectProtection(launchOf(by(header)), believing);
      expect(asked() - before).toBe('jku' in header ? 1 : 0);
    }
  });
});

/** What CVEs are made of: the key comes from the token that it should verify. */
async function believeTheHeader({ text }: PostedToken): Promise<void> {
  const header = jwt.decode(text, { complete: true })!.header as { jku?: string; jwk?: JsonWebKey };
  const fetched = async () => ((await (await fetch(header.jku!)).json()) as { keys: JsonWebKey[] }).keys[0]!;
  const publicKey = createPublicKey({ key: header.jwk ?? (await fetched()), format: 'jwk' });
  try {
    jwt.verify(text, publicKey, { ignoreExpiration: true, ignoreNotBefore: true });
  } catch {
    throw new Problem('launch/bad-signature');
  }
}
