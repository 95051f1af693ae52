import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signingAlgorithms, type SigningAlgorithm } from '@buitenboord/shared/domain/school/school.js';
import { activities, courses, platforms, visits } from '@buitenboord/shared/store/collections.js';
import { put } from '@buitenboord/shared/store/port.js';
import { signedToken } from '../../support/launch-world.js';
import { lti, type Fields, type LaunchWanted } from '../../support/lti-browser.js';
import { expectAccepted, expectRefused, secrets, type Refusal } from '../../support/lti-verdicts.js';
import { openLtiWorld, type LtiWorld } from '../../support/lti-world.js';
import { anLmsKey } from '../../support/lms-key.js';
import { aPlatformRecord } from '../../support/records.js';
import { openSmallServer, type SmallServer } from '../../support/small-server.js';
import { storeHarnesses } from '../../support/store-harnesses.js';

// §6.E: the id_token, against the Security Framework §5.1.2 and §5.1.3.

const [key, stranger, others] = [anLmsKey('k1'), anLmsKey('k1'), anLmsKey('o1')];
const elliptic = (['P-256', 'P-384', 'P-521'] as const).map((namedCurve) => ({ namedCurve, ...ecPair(namedCurve) }));

/** In PEM and back: an exported key is of this realm. */
function ecPair(namedCurve: string) {
  return generateKeyPairSync('ec', {
    namedCurve,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe.each(storeHarnesses)('the id_token, on $name', (harness) => {
  let world: LtiWorld;
  /** Somebody's server that must never be asked. */
  let canary: SmallServer;
  let published: unknown[] = [key.jwk];
  beforeAll(async () => {
    world = await openLtiWorld({ key, published: () => published, store: () => harness.open() });
    canary = await openSmallServer(() => ({ body: JSON.stringify({ keys: [stranger.jwk] }) }));
  });
  afterAll(async () => {
    await world.close();
    await canary.close();
  });

  const refused = (wanted: LaunchWanted, refusal: Refusal) =>
    expectRefused(
      world,
      () => world.browser().launch({ ...wanted, claims: { ...secrets, ...wanted.claims } }),
      refusal,
    );
  async function accepted(wanted: LaunchWanted = {}) {
    const browser = world.browser();
    return expectAccepted(world, browser, await browser.launch(wanted), ['student']);
  }
  const refusedIn = (attempt: Parameters<typeof expectRefused>[1], refusal: Refusal) =>
    expectRefused(world, attempt, refusal);
  const visitsNow = async () =>
    (await world.store.find(visits, { where: { school: world.school.school }, limit: 500 })).items.length;
  const seconds = () => Math.floor(world.now().getTime() / 1000);
  const badSignature = { code: 'launch/bad-signature', step: 'signatureIsRight' } as const;
  const badAlgorithm = { code: 'launch/bad-signature', step: 'algorithmIsRegistered' } as const;

  it('42. refuses the signature of another key (Sec 5.1.3 item 1)', async () => {
    await refused({ key: stranger }, badSignature);
  });

  it('43. refuses a payload that was altered (Sec 5.1.3 item 1)', async () => {
    await refused(
      {
        token: (claims) => {
          const [header, , signature] = signedToken(claims, key).split('.');
          return `${header}.${part({ ...claims, [lti('roles')]: ['Instructor'] })}.${signature}`;
        },
      },
      badSignature,
    );
  });

  it('44. refuses alg none (Sec 5.4)', async () => {
    for (const alg of ['none', 'None', 'nOnE', '', null])
      for (const signature of ['', 'abc'])
        await refused(
          { token: (claims) => `${part({ alg, kid: 'k1', typ: 'JWT' })}.${part(claims)}.${signature}` },
          badAlgorithm,
        );
  });

  it('45. refuses alg HS256, also with our knowledge of the public key (Cert 4.2)', async () => {
    const pem = key.publicKey.export({ type: 'spki', format: 'pem' });
    for (const secret of [pem, JSON.stringify(key.jwk), 'client-1']) {
      const token = (claims: Fields) => {
        const content = `${part({ alg: 'HS256', kid: 'k1', typ: 'JWT' })}.${part(claims)}`;
        return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
      };
      await refused({ token }, badAlgorithm);
    }
  });

  it('46. takes RS256, and another approved algorithm only where it was registered (Sec 5.1.3 item 6)', async () => {
    const curves = elliptic.map(
      ({ privateKey, publicKey }) => [createPrivateKey(privateKey), createPublicKey(publicKey)] as const,
    );
    const rsa = [key.privateKey, key.publicKey] as const;
    const pairs = signingAlgorithms.map((alg, at) => [alg, ...(at < 3 ? rsa : curves[at - 3]!)] as const);
    published = [
      key.jwk,
      ...pairs.map(([alg, , publicKey]) => ({
        ...publicKey.export({ format: 'jwk' }),
        kid: `of-${alg}`,
        alg,
        use: 'sig',
      })),
    ];
    const signedBy = (alg: SigningAlgorithm, privateKey: KeyObject) => (claims: Fields) =>
      jwt.sign({ ...claims }, privateKey, { algorithm: alg, keyid: `of-${alg}` });
    for (const [alg, privateKey] of pairs) {
      world.now.advance(10_000);
      if (alg !== 'RS256') await refused({ token: signedBy(alg, privateKey) }, badAlgorithm);
      await world.changePlatform({ signingAlgorithm: alg });
      await accepted({ token: signedBy(alg, privateKey) });
      if (alg !== 'RS256') await refused({}, badAlgorithm);
      await world.changePlatform({ signingAlgorithm: undefined });
    }
    await refused({ header: { alg: 'PS256' } }, badAlgorithm);
    published = [key.jwk];
  });

  it('47. refuses an issuer that isn’t registered, or isn’t the login’s (Sec 5.1.3 item 2)', async () => {
    const { school } = world.school;
    const otherKeys = await openSmallServer(() => ({ body: JSON.stringify({ keys: [others.jwk] }) }));
    const other = aPlatformRecord({ school, issuer: 'https://other.example', jwksUrl: `${otherKeys.origin}/jwks` });
    await world.store.commit([put(platforms, { id: 'other' }, other, 0)]);
    for (const iss of [
      'https://unknown.example',
      'https://other.example',
      'https://lms.example/',
      '',
      undefined,
      null,
      ['https://lms.example'],
    ])
      await refused({ claims: { iss } }, { code: 'launch/wrong-issuer', step: 'issuerIsThePlatforms' });
    // The other platform’s own message, as the answer to a login at this one.
    await refused(
      { key: others, claims: { iss: 'https://other.example' } },
      { code: 'launch/unknown-key', step: 'keyIsKnown' },
    );
    await otherKeys.close();
  });

  it('48. refuses an audience without our client_id, with 401 (Sec 5.1.3 item 3)', async () => {
    for (const aud of ['client-2', ['client-2'], [], '', undefined, null, 1, { 'client-1': true }, 'client-1 '])
      await refused({ claims: { aud } }, { code: 'launch/wrong-audience', step: 'audienceIsUsAlone' });
  });

  it('49. takes a list with our client_id, and refuses an audience that it doesn’t trust (Sec 5.1.3 item 3)', async () => {
    await accepted({ claims: { aud: ['client-1'] } });
    for (const aud of [
      ['client-1', 'untrusted'],
      ['untrusted', 'client-1'],
      ['client-1', null],
    ])
      for (const azp of [undefined, 'client-1'])
        await refused({ claims: { aud, azp } }, { code: 'launch/wrong-audience', step: 'audienceIsUsAlone' });
  });

  it('50. refuses several audiences without azp, and an azp that isn’t ours (Sec 5.1.3 items 4, 5)', async () => {
    const refusal = { code: 'launch/wrong-audience', step: 'authorizedPartyIsUs' } as const;
    await refused({ claims: { aud: ['client-1', 'client-1'] } }, refusal);
    for (const azp of ['client-2', '', 1, ['client-1']]) await refused({ claims: { azp } }, refusal);
    await accepted({ claims: { azp: 'client-1' } });
  });

  it('51. refuses a token that has expired, or never does; a clock may be a minute off (Sec 5.1.2; 5.1.3 item 7)', async () => {
    const now = seconds();
    await accepted({ claims: { iat: now - 90, exp: now - 30 } });
    for (const exp of [now - 60, now - 3600, 0, -1])
      await refused({ claims: { exp } }, { code: 'launch/expired', step: 'hasNotExpired' });
    for (const exp of [undefined, null, String(now + 60), {}])
      await refused({ claims: { exp } }, { code: 'launch/missing-claim', step: 'hasNotExpired' });
  });

  it('52. refuses an iat that is absent or far off; takes one a few seconds ahead, and a token of a minute old (Sec 5.1.3 item 8)', async () => {
    const now = seconds();
    for (const iat of [undefined, null, String(now)])
      await refused({ claims: { iat } }, { code: 'launch/missing-claim', step: 'wasIssuedForThisLogin' });
    await refused({ claims: { iat: now - 3600 } }, { code: 'launch/expired', step: 'wasIssuedForThisLogin' });
    await refused(
      { claims: { iat: now + 300, exp: now + 360 } },
      { code: 'launch/too-early', step: 'wasIssuedForThisLogin' },
    );
    await refused({ claims: { nbf: now + 300 } }, { code: 'launch/too-early', step: 'isValidAlready' });
    for (const ahead of [5, 45])
      await accepted({ claims: { iat: now + ahead, exp: now + ahead + 60, nbf: now + ahead } });
    // A slow school network, with Moodle’s life of a minute.
    const browser = world.browser();
    const login = await browser.login();
    world.now.advance(60_000);
    await expectAccepted(world, browser, await browser.answer(login, { claims: { iat: now, exp: now + 60 } }), [
      'student',
    ]);
  });

  it('53. refuses a nonce that is absent, foreign, of another state, or used; of two posts at once one wins (Sec 5.1.3 item 9)', async () => {
    const foreign = { code: 'launch/nonce-mismatch', step: 'nonceIsTheLogins' } as const;
    for (const nonce of [undefined, null, '', 5])
      await refused({ claims: { nonce } }, { code: 'launch/missing-claim', step: 'nonceIsTheLogins' });
    await refused({ claims: { nonce: 'never-issued' } }, foreign);
    const browser = world.browser();
    const [one, other] = [await browser.login(), await browser.login()];
    await refusedIn(() => browser.answer({ state: one.state, nonce: other.nonce }), foreign);
    const before = await visitsNow();
    const posts = await Promise.all(Array.from({ length: 20 }, () => browser.answer(one)));
    expect(posts.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(
      new Set(posts.filter(({ status }) => status !== 303).map(({ status, problem }) => `${status} ${problem}`)),
    ).toEqual(new Set(['401 launch/nonce-used']));
    expect(await visitsNow()).toBe(before + 1);
    await refusedIn(() => browser.answer(one), { code: 'launch/nonce-used', step: 'launchIsUsedOnce' });
  });

  it('54. refuses a state that is absent, unknown, expired, or of another browser (Sec 5.1.1.4, 7.3.1)', async () => {
    await refused({ posted: { state: '' } }, { code: 'launch/unknown-state', step: 'launchIsComplete' });
    await refused({ posted: { state: 'made-up' } }, { code: 'launch/unknown-state', step: 'stateIsOurs' });
    // One character more or less, in what it says or in its signature, and it isn't ours.
    const { state } = await world.browser().login();
    for (const changed of [
      state.slice(1),
      state.slice(0, -1),
      `${state}A`,
      state.split('.')[0]!,
      `${state}.`,
      state.toLowerCase(),
    ])
      await refused({ posted: { state: changed } }, { code: 'launch/unknown-state', step: 'stateIsOurs' });
    const late = world.browser();
    const login = await late.login();
    world.now.advance(10 * 60_000);
    await refusedIn(() => late.answer(login), { code: 'launch/unknown-state', step: 'stateIsFresh' });
    // The attacker’s login, in a browser that has a cookie by that name from somewhere, or began a login of its own.
    const [attacker, victim] = [world.browser(), world.browser()];
    const theirs = await attacker.login();
    const [[name]] = [...attacker.jar] as [[string, string]];
    await victim.login();
    const evil = { origin: 'https://evil.example' };
    await refusedIn(() => victim.answer(theirs, { headers: evil }), { code: 'launch/no-cookie' });
    victim.jar.set(name, 'something-else');
    await refusedIn(() => victim.answer(theirs), { code: 'launch/other-browser', step: 'browserIsTheSame' });
  });

  it('55. refuses a deployment that this registration doesn’t have, and tells an administrator which one (Core 3.1.3, 5.3.3)', async () => {
    const refusal = { code: 'launch/unknown-deployment', step: 'deploymentIsKnown' } as const;
    const claims = { [lti('deployment_id')]: 'new-77' };
    const login = { lti_deployment_id: '' };
    await refused({ claims, login }, refusal);
    const asAdministrator = {
      ...claims,
      [lti('roles')]: ['http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator'],
    };
    await refused({ claims: asAdministrator, login }, refusal);
    const page = (wanted: Fields) => world.browser().launch({ claims: wanted, login });
    expect((await page(asAdministrator)).text).toContain('Het deployment-id is: new-77.');
    expect((await page(claims)).text).not.toContain('new-77');
    await world.changePlatform({ deployments: ['1', 'new-77'] });
    await accepted({ claims, login });
    await world.changePlatform({ deployments: ['1'] });
  });

  it('56. refuses a message_type that it doesn’t know (Core 5.3.1)', async () => {
    for (const type of [
      'LtiStartProctoring',
      'ltiresourcelinkrequest',
      'LtiDeepLinkingResponse',
      'toString',
      'basic-lti-launch-request',
    ])
      await refused(
        { claims: { [lti('message_type')]: type } },
        { code: 'launch/unknown-message', step: 'messageIsKnown' },
      );
  });

  it('57. refuses roles that are no list of texts (Core 5.3.7)', async () => {
    for (const roles of ['Instructor', {}, 1, [{}], [null], [['Instructor']], true])
      await refused({ claims: { [lti('roles')]: roles } }, { code: 'launch/missing-claim', step: 'rolesAreListed' });
  });

  it('58. refuses ids of more than 255 characters, and takes those of 255 (Core 5.3.3, 5.3.5, 5.3.6, 5.4.1)', async () => {
    const [long, longest] = ['x'.repeat(256), 'y'.repeat(255)];
    const malformed = (step: Refusal['step']) => ({ code: 'launch/malformed-token', step }) as Refusal;
    await refused({ claims: { sub: long } }, malformed('somebodyIsNamed'));
    await refused(
      { claims: { [lti('deployment_id')]: long }, login: { lti_deployment_id: '' } },
      malformed('deploymentIsKnown'),
    );
    await refused({ claims: { [lti('resource_link')]: { id: long } } }, malformed('messageIsComplete'));
    await refused({ claims: { [lti('context')]: { id: long } } }, malformed('contextFits'));
    await world.changePlatform({ deployments: ['1', longest] });
    const ids = {
      sub: longest,
      [lti('deployment_id')]: longest,
      [lti('context')]: { id: longest },
      [lti('resource_link')]: { id: longest },
    };
    const { visit } = await accepted({ claims: ids, login: { lti_deployment_id: longest } });
    expect(visit.link?.id).toBe(longest);
    await world.changePlatform({ deployments: ['1'] });
  });

  it('59. ignores what it doesn’t know, takes null for absent, and numbers in custom (Core 4.3)', async () => {
    await accepted({
      claims: {
        'https://vendor.example/claim': { nested: [{ deeper: 1 }] },
        [lti('for_user')]: null,
        name: null,
        email: null,
        azp: null,
        locale: null,
        [lti('tool_platform')]: { product_family_code: null, guid: null },
        [lti('launch_presentation')]: { return_url: null, locale: null, height: null },
        [lti('lis')]: { person_sourcedid: null, validation_context: null },
        [lti('resource_link')]: {
          id: '2',
          title: null,
          description: null,
          validation_context: null,
          errors: { errors: {} },
        },
        [lti('role_scope_mentor')]: null,
        'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': null,
        'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': { context_memberships_url: null },
      },
    });
    const { activity, school } = world.school;
    const custom = { activity, number: 5, deep: { a: 1 }, none: null, flag: true, unknown: '$Nope.nope' };
    const { visit } = await accepted({
      claims: { [lti('custom')]: custom, [lti('resource_link')]: { id: 'by-custom' } },
    });
    const opened = await world.store.get(activities, { school, id: visit.activity! });
    expect(opened).toMatchObject({ copiedFrom: activity });
    expect(await world.store.get(courses, { school, id: visit.course! })).toMatchObject({ context: '2' });
  });

  it('60. ignores jku, x5u, x5c and jwk in the header (Sec 5.4)', async () => {
    const pointers = [{ jku: canary.origin }, { x5u: canary.origin }, { jwk: stranger.jwk }, { x5c: ['MIIB'] }];
    for (const header of pointers) {
      await accepted({ header });
      await refused({ header, key: stranger }, badSignature);
    }
    expect(canary.requests).toEqual([]);
  });
});
