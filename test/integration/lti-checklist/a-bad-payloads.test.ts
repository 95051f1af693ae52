import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lti, type Fields, type LaunchWanted } from '../../support/lti-browser.js';
import { signedToken } from '../../support/launch-world.js';
import { expectAccepted, expectRefused, secrets, type Refusal } from '../../support/lti-verdicts.js';
import { openLtiWorld, type LtiWorld } from '../../support/lti-world.js';
import { anLmsKey } from '../../support/lms-key.js';
import { storeHarnesses } from '../../support/store-harnesses.js';

// §6.A: the bad payloads of the certification, each sent as a launch that is right in everything else.

const key = anLmsKey('k1');

describe.each(storeHarnesses)('Core: known bad payloads, on $name', (harness) => {
  let world: LtiWorld;
  beforeAll(async () => {
    world = await openLtiWorld({ key, store: () => harness.open() });
  });
  afterAll(() => world.close());

  const refused = (wanted: LaunchWanted, refusal: Refusal) =>
    expectRefused(
      world,
      () => world.browser().launch({ ...wanted, claims: { ...secrets, ...wanted.claims } }),
      refusal,
    );
  const without = (...names: string[]): Fields => Object.fromEntries(names.map((name) => [lti(name), undefined]));

  it('1. refuses a token without kid in its header (Cert 6.1.1; Sec 6.3)', async () => {
    const refusal = { code: 'launch/unknown-key', step: 'keyIsNamed' } as const;
    for (const kid of [undefined, null, '', 1]) await refused({ header: { kid } }, refusal);
  });

  it('2. refuses an unknown kid, after one rate-limited look at the platform’s keys (Cert 6.1.1; Sec 6.4)', async () => {
    const browser = world.browser();
    await expectAccepted(world, browser, await browser.launch(), ['student']);
    const before = world.keyServer.requests.length;
    for (const kid of ['imstester_66067', 'imstester_66067', 'another']) {
      await refused({ header: { kid } }, { code: 'launch/unknown-key', step: 'keyIsKnown' });
    }
    expect(world.keyServer.requests).toHaveLength(before + 1);
  });

  it('3. refuses version 11.3 (Core 5.3.2)', async () => {
    const refusal = { code: 'launch/unknown-message', step: 'messageIsKnown' } as const;
    for (const version of ['11.3', '1.3', '1.1', 'LTI-1p0'])
      await refused({ claims: { [lti('version')]: version } }, refusal);
  });

  it('4. refuses a launch without version (Core 5.3.2)', async () => {
    for (const version of [undefined, null, '', 1.3])
      await refused(
        { claims: { [lti('version')]: version } },
        { code: 'launch/missing-claim', step: 'messageIsKnown' },
      );
  });

  it('5. refuses a JWT that is no LTI message (Cert 6.1.1)', async () => {
    const bare = (header: object) =>
      signedToken({ name: 'badltilaunch' }, key, { typ: undefined, alg: undefined, kid: undefined, ...header });
    await refused({ token: () => bare({}) }, { code: 'launch/bad-signature', step: 'algorithmIsRegistered' });
    // Signed as it should be, it is still no launch.
    await refused(
      { token: () => bare({ alg: 'RS256', kid: 'k1' }) },
      { code: 'launch/wrong-issuer', step: 'issuerIsThePlatforms' },
    );
  });

  it('6. refuses a launch without several of the required claims (Core 5.3)', async () => {
    const claims = without('message_type', 'version', 'roles', 'deployment_id', 'target_link_uri', 'resource_link');
    await refused({ claims }, { code: 'launch/missing-claim', step: 'messageIsKnown' });
    await refused(
      { claims: without('roles', 'resource_link') },
      { code: 'launch/missing-claim', step: 'rolesAreListed' },
    );
  });

  it('7. refuses a token with iat 11111 and exp 22222 (Sec 5.1.3 items 7, 8)', async () => {
    await refused({ claims: { iat: 11_111, exp: 22_222 } }, { code: 'launch/expired', step: 'hasNotExpired' });
  });

  it('8. refuses a launch without message_type (Core 5.3.1)', async () => {
    await refused({ claims: without('message_type') }, { code: 'launch/missing-claim', step: 'messageIsKnown' });
  });

  it('9. refuses a launch without roles (Core 5.3.7)', async () => {
    await refused({ claims: without('roles') }, { code: 'launch/missing-claim', step: 'rolesAreListed' });
    await refused({ claims: { [lti('roles')]: null } }, { code: 'launch/missing-claim', step: 'rolesAreListed' });
  });

  it('10. refuses a launch without deployment_id (Core 5.3.3)', async () => {
    for (const id of [undefined, null, '', 1])
      await refused(
        { claims: { [lti('deployment_id')]: id } },
        { code: 'launch/missing-claim', step: 'deploymentIsKnown' },
      );
  });

  it('11. refuses a launch without resource_link, or with one without id (Core 5.3.5)', async () => {
    for (const link of [undefined, null, {}, { title: 'Les 1' }, { id: '' }, { id: 7 }, 'les-1', []])
      await refused(
        { claims: { [lti('resource_link')]: link } },
        { code: 'launch/missing-claim', step: 'messageIsComplete' },
      );
  });

  it('12. refuses a launch without sub, unless the school lets this platform launch anonymously (Cert 6.1.1; Core 5.3.6.1)', async () => {
    const nobody = { ...secrets, sub: undefined };
    for (const sub of [undefined, null, '', 5])
      await refused({ claims: { sub } }, { code: 'launch/missing-claim', step: 'somebodyIsNamed' });
    await world.changePlatform({ anonymousLaunches: true });
    const browser = world.browser();
    const { page } = await expectAccepted(world, browser, await browser.launch({ claims: nobody }), []);
    expect(page.text).not.toMatch(/Canary/u);
    // Still nobody who is named badly.
    for (const sub of ['', 5])
      await refused({ claims: { sub } }, { code: 'launch/missing-claim', step: 'somebodyIsNamed' });
    await world.changePlatform({ anonymousLaunches: false });
  });
});
