import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { usedLogins } from '@buitenboord/shared/store/collections.js';
import { verifyLaunch } from '@buitenboord/lti-tool/lti/verify-launch.js';
import { aDeepLinkingClaims, aLaunchClaims, openLaunchWorld, signedToken } from '../../../support/launch-world.js';
import type { LaunchWorld } from '../../../support/launch-world.js';
import { anLmsKey } from '../../../support/lms-key.js';
import { openSmallServer } from '../../../support/small-server.js';
import type { SmallServer } from '../../../support/small-server.js';

const claim = 'https://purl.imsglobal.org/spec/lti/claim';
const settings = 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings';
const [key, stranger, weak] = [anLmsKey('k1'), anLmsKey('k1'), anLmsKey('weak', 1024)];

let world: LaunchWorld;
/** Somebody's server that must never be asked. */
let canary: SmallServer;
beforeAll(async () => {
  canary = await openSmallServer(() => ({ body: JSON.stringify({ keys: [stranger.jwk] }) }));
  world = await openLaunchWorld(() => [key.jwk, weak.jwk]);
});
afterAll(async () => {
  await world.close();
  await canary.close();
});

interface Attempt {
  nonce: string;
  seconds: number;
  nowMs: number;
  valid: (fields?: Record<string, unknown>) => Record<string, unknown>;
}

/** Posts what `token` makes of a fresh login, in the browser that began it. */
async function post(token: (attempt: Attempt) => string): Promise<unknown> {
  const { state, cookieSecret, nonce } = await world.login();
  const nowMs = world.now().getTime();
  const valid = (fields: Record<string, unknown> = {}) => aLaunchClaims(nowMs, nonce, fields);
  const idToken = token({ nonce, nowMs, seconds: nowMs / 1000, valid });
  return verifyLaunch(world.deps, { idToken, state, cookieSecret });
}

function unsigned(claims: unknown, header: Record<string, unknown>): string {
  return [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.') + '.';
}

/** The public key as a shared secret: the oldest trick. */
function hmacWithPublicKey(claims: unknown): string {
  const content = unsigned(claims, { alg: 'HS256', kid: 'k1' }).slice(0, -1);
  const secret = key.publicKey.export({ type: 'spki', format: 'pem' });
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}

function tampered(token: string, fields: Record<string, unknown>): string {
  const [header, payload = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as object;
  return `${header}.${Buffer.from(JSON.stringify({ ...claims, ...fields })).toString('base64url')}.${signature}`;
}

const agsClaim = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint';

/** A valid review of a student's work, apart from these claims. */
function aReview(fields: Record<string, unknown>): Record<string, unknown> {
  return {
    [`${claim}/message_type`]: 'LtiSubmissionReviewRequest',
    [`${claim}/for_user`]: { user_id: '6' },
    [agsClaim]: { lineitem: 'https://lms.example/lineitems/2' },
    ...fields,
  };
}

/** A launch that differs from a valid one in these claims only. */
const withClaims = (fields: Record<string, unknown>) => (attempt: Attempt) => signedToken(attempt.valid(fields), key);
const long = 'x'.repeat(256);

const corpus: readonly [name: string, code: string, token: (attempt: Attempt) => string][] = [
  // What it is
  ['nothing', 'launch/malformed-token', () => ''],
  ['no token', 'launch/malformed-token', () => 'abc'],
  ['two parts', 'launch/malformed-token', ({ valid }) => signedToken(valid(), key).split('.').slice(0, 2).join('.')],
  ['a header that is no JSON', 'launch/malformed-token', () => 'YWJj.YWJj.YWJj'],
  [
    'a hundred thousand characters',
    'launch/malformed-token',
    ({ valid }) => signedToken(valid({ more: 'x'.repeat(100_000) }), key),
  ],
  ['claims that are a list', 'launch/malformed-token', () => signedToken(['claims'], key)],
  ['no LTI message, header {}', 'launch/bad-signature', () => unsigned({ name: 'badltilaunch' }, {}) + 'abc'],
  // Who signed it
  ['algorithm none', 'launch/bad-signature', ({ valid }) => unsigned(valid(), { alg: 'none', kid: 'k1' })],
  ['algorithm nOnE', 'launch/bad-signature', ({ valid }) => unsigned(valid(), { alg: 'nOnE', kid: 'k1' })],
  ['HS256 with our public key', 'launch/bad-signature', ({ valid }) => hmacWithPublicKey(valid())],
  ['RS512 in the header', 'launch/bad-signature', ({ valid }) => signedToken(valid(), key, { alg: 'RS512' })],
  ['PS256 in the header', 'launch/bad-signature', ({ valid }) => signedToken(valid(), key, { alg: 'PS256' })],
  ['no key id', 'launch/unknown-key', ({ valid }) => signedToken(valid(), key, { kid: undefined })],
  ['a key id that is a number', 'launch/unknown-key', ({ valid }) => signedToken(valid(), key, { kid: 1 })],
  ['an unknown key id', 'launch/unknown-key', ({ valid }) => signedToken(valid(), key, { kid: 'imstester_66067' })],
  [
    'a key id that is a path',
    'launch/unknown-key',
    ({ valid }) => signedToken(valid(), key, { kid: '../../etc/passwd' }),
  ],
  [
    'a key id that every object has',
    'launch/unknown-key',
    ({ valid }) => signedToken(valid(), key, { kid: '__proto__' }),
  ],
  ['a key of 1024 bits', 'launch/unknown-key', ({ valid }) => signedToken(valid(), weak)],
  ['the signature of another key', 'launch/bad-signature', ({ valid }) => signedToken(valid(), stranger)],
  ['another key in jku', 'launch/bad-signature', ({ valid }) => signedToken(valid(), stranger, { jku: canary.origin })],
  ['another key in x5u', 'launch/bad-signature', ({ valid }) => signedToken(valid(), stranger, { x5u: canary.origin })],
  ['another key in jwk', 'launch/bad-signature', ({ valid }) => signedToken(valid(), stranger, { jwk: stranger.jwk })],
  ['a changed payload', 'launch/bad-signature', ({ valid }) => tampered(signedToken(valid(), key), { sub: '1' })],
  [
    'no signature',
    'launch/bad-signature',
    ({ valid }) => signedToken(valid(), key).split('.').slice(0, 2).join('.') + '.',
  ],
  // For whom and when
  ['another issuer', 'launch/wrong-issuer', withClaims({ iss: 'https://other.example' })],
  ['an issuer with a slash more', 'launch/wrong-issuer', withClaims({ iss: 'https://lms.example/' })],
  ['no issuer', 'launch/wrong-issuer', withClaims({ iss: undefined })],
  ['another audience', 'launch/wrong-audience', withClaims({ aud: 'client-2' })],
  ['no audience', 'launch/wrong-audience', withClaims({ aud: undefined })],
  ['an empty list of audiences', 'launch/wrong-audience', withClaims({ aud: [] })],
  ['an audience besides us', 'launch/wrong-audience', withClaims({ aud: ['client-1', 'stranger'] })],
  ['another authorized party', 'launch/wrong-audience', withClaims({ azp: 'client-2' })],
  ['no end', 'launch/missing-claim', withClaims({ exp: undefined })],
  ['an end that is a text', 'launch/missing-claim', withClaims({ exp: '2000000000' })],
  ['an end long past', 'launch/expired', withClaims({ iat: 11_111, exp: 22_222 })],
  ['an end of a minute ago', 'launch/expired', ({ valid, seconds }) => signedToken(valid({ exp: seconds - 60 }), key)],
  ['no beginning', 'launch/missing-claim', withClaims({ iat: undefined })],
  [
    'a beginning in two minutes',
    'launch/too-early',
    ({ valid, seconds }) => signedToken(valid({ iat: seconds + 120, exp: seconds + 300 }), key),
  ],
  [
    'a beginning of an hour ago',
    'launch/expired',
    ({ valid, seconds }) => signedToken(valid({ iat: seconds - 3600 }), key),
  ],
  ['nbf in two minutes', 'launch/too-early', ({ valid, seconds }) => signedToken(valid({ nbf: seconds + 120 }), key)],
  // For which login
  ['no nonce', 'launch/missing-claim', withClaims({ nonce: undefined })],
  ['a nonce we never gave', 'launch/nonce-mismatch', withClaims({ nonce: 'made-up' })],
  // Which message
  ['no message type', 'launch/missing-claim', withClaims({ [`${claim}/message_type`]: undefined })],
  ['a submission review of nobody', 'launch/missing-claim', withClaims(aReview({ [`${claim}/for_user`]: undefined }))],
  ['a submission review of no column', 'launch/missing-claim', withClaims(aReview({ [agsClaim]: { lineitems: 'x' } }))],
  [
    'a submission review of an id of 256 characters',
    'launch/malformed-token',
    withClaims(aReview({ [`${claim}/for_user`]: { user_id: long } })),
  ],
  [
    'a look at the data of an id of 256 characters',
    'launch/malformed-token',
    withClaims({ [`${claim}/message_type`]: 'DataPrivacyLaunchRequest', [`${claim}/for_user`]: { user_id: long } }),
  ],
  ['an unknown message', 'launch/unknown-message', withClaims({ [`${claim}/message_type`]: 'toString' })],
  ['no version', 'launch/missing-claim', withClaims({ [`${claim}/version`]: undefined })],
  ['version 11.3', 'launch/unknown-message', withClaims({ [`${claim}/version`]: '11.3' })],
  ['no deployment', 'launch/missing-claim', withClaims({ [`${claim}/deployment_id`]: undefined })],
  ['an unknown deployment', 'launch/unknown-deployment', withClaims({ [`${claim}/deployment_id`]: '77' })],
  ['no subject', 'launch/missing-claim', withClaims({ sub: undefined })],
  ['an empty subject', 'launch/missing-claim', withClaims({ sub: '' })],
  ['a subject of 256 characters', 'launch/malformed-token', withClaims({ sub: long })],
  ['no roles', 'launch/missing-claim', withClaims({ [`${claim}/roles`]: undefined })],
  ['roles as a text', 'launch/missing-claim', withClaims({ [`${claim}/roles`]: 'Instructor' })],
  ['roles that are no texts', 'launch/missing-claim', withClaims({ [`${claim}/roles`]: [{}] })],
  ['no resource link', 'launch/missing-claim', withClaims({ [`${claim}/resource_link`]: undefined })],
  ['a resource link without id', 'launch/missing-claim', withClaims({ [`${claim}/resource_link`]: { title: 'x' } })],
  [
    'a resource link of 256 characters',
    'launch/malformed-token',
    withClaims({ [`${claim}/resource_link`]: { id: long } }),
  ],
  ['no target', 'launch/missing-claim', withClaims({ [`${claim}/target_link_uri`]: undefined })],
  [
    'a target elsewhere',
    'launch/wrong-target',
    withClaims({ [`${claim}/target_link_uri`]: 'https://evil.example/lti/launch' }),
  ],
  [
    'another target than the login',
    'launch/wrong-target',
    withClaims({ [`${claim}/target_link_uri`]: 'https://tool.example/lti/launch?a=1' }),
  ],
  [
    'an activity at the picker',
    'launch/wrong-target',
    withClaims({ [`${claim}/target_link_uri`]: 'https://tool.example/lti/deep-linking' }),
  ],
  [
    'a picker without settings',
    'launch/missing-claim',
    ({ nowMs, nonce }) => signedToken(aDeepLinkingClaims(nowMs, nonce, { [settings]: undefined }), key),
  ],
  [
    'a picker that returns to a script',
    'launch/missing-claim',
    ({ nowMs, nonce }) =>
      signedToken(
        aDeepLinkingClaims(nowMs, nonce, {
          [settings]: { deep_link_return_url: 'javascript:alert(1)', accept_types: ['ltiResourceLink'] },
        }),
        key,
      ),
  ],
  [
    'a picker that returns over http',
    'launch/missing-claim',
    ({ nowMs, nonce }) =>
      signedToken(
        aDeepLinkingClaims(nowMs, nonce, {
          [settings]: { deep_link_return_url: 'http://lms.example/', accept_types: ['ltiResourceLink'] },
        }),
        key,
      ),
  ],
  [
    'a picker that takes files only',
    'launch/unknown-message',
    ({ nowMs, nonce }) =>
      signedToken(
        aDeepLinkingClaims(nowMs, nonce, {
          [settings]: { deep_link_return_url: 'https://lms.example/', accept_types: ['file'] },
        }),
        key,
      ),
  ],
];

describe('a token that is not right', () => {
  it.each(corpus)('is refused: %s (%s)', async (_name, code, token) => {
    await expect(post(token)).rejects.toMatchObject({ code });
  });

  it('would have been taken without what is wrong with it', async () => {
    await expect(post(({ valid }) => signedToken(valid(), key))).resolves.toMatchObject({ kind: 'bound' });
  });

  it('leaves nothing behind: no login is used up, no other server asked', async () => {
    expect((await world.store.find(usedLogins, { where: {} })).items).toEqual([]);
    expect(canary.requests).toEqual([]);
  });
});
