import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { people, platforms } from '@buitenboord/shared/store/collections.js';
import { change, put } from '@buitenboord/shared/store/port.js';
import type { Launch } from '@buitenboord/lti-tool/lti/launch.js';
import { commitLaunch, verifyLaunch } from '@buitenboord/lti-tool/lti/verify-launch.js';
import { aDeepLinkingClaims, aLaunchClaims, openLaunchWorld, signedToken } from '../../../support/launch-world.js';
import type { LaunchWorld } from '../../../support/launch-world.js';
import { anLmsKey } from '../../../support/lms-key.js';
import { aPersonRecord } from '../../../support/records.js';

const claim = 'https://purl.imsglobal.org/spec/lti/claim';
const lis = 'http://purl.imsglobal.org/vocab/lis/v2';
const key = anLmsKey('k1');

let world: LaunchWorld;
beforeEach(async () => {
  world = await openLaunchWorld(() => [key.jwk]);
});
afterEach(() => world.close());

/** A launch with these claims, verified in the browser that began it. */
async function launchWith(fields: Record<string, unknown>): Promise<Launch> {
  const { state, cookieSecret, nonce } = await world.login();
  const idToken = signedToken(aLaunchClaims(world.now().getTime(), nonce, fields), key);
  return (await verifyLaunch(world.deps, { idToken, state, cookieSecret })).launch;
}

async function aPostedLaunch(): Promise<{ idToken: string; state: string; cookieSecret: string }> {
  const { state, cookieSecret, nonce } = await world.login();
  return { idToken: signedToken(aLaunchClaims(world.now().getTime(), nonce), key), state, cookieSecret };
}

describe('a launch that is right', () => {
  it('needs no name, no address, no course and no gradebook', async () => {
    const launch = await launchWith({});
    expect(launch).toEqual({
      school: 's1',
      platform: 'p1',
      issuer: 'https://lms.example',
      deployment: '1',
      product: 'moodle',
      message: 'resourceLink',
      subject: '5',
      roles: ['student'],
      lmsAdministrator: false,
      resourceLink: { id: '2' },
      custom: {},
      targetLinkUri: 'https://tool.example/lti/launch',
      locale: 'nl',
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['is addressed to a list of us alone', { aud: ['client-1'] }],
    ['names us as authorized party', { azp: 'client-1' }],
    [
      'has optional members that are null',
      { name: null, azp: null, [`${claim}/context`]: null, [`${claim}/lis`]: null },
    ],
    ['has claims we do not know', { 'https://vendor.example/claim': { a: [1] } }],
    ['has optional claims of a wrong shape', { [`${claim}/context`]: 'x', [`${claim}/custom`]: [1], name: 7 }],
  ])('is taken when it %s', async (_title, fields) => {
    await expect(launchWith(fields)).resolves.toMatchObject({ subject: '5' });
  });

  it('may be a minute old and a few seconds from the future', async () => {
    const seconds = world.now().getTime() / 1000;
    await expect(launchWith({ iat: seconds - 60, exp: seconds - 30 })).resolves.toBeDefined();
    await expect(launchWith({ iat: seconds + 5, exp: seconds + 65 })).resolves.toBeDefined();
  });

  it('opens the picker without a target, as the certification suite asks', async () => {
    const { state, cookieSecret, nonce } = await world.login();
    const idToken = signedToken(aDeepLinkingClaims(world.now().getTime(), nonce), key);
    const { launch } = await verifyLaunch(world.deps, { idToken, state, cookieSecret });
    expect(launch).toMatchObject({
      message: 'deepLinking',
      deepLinking: {
        returnUrl: 'https://lms.example/return',
        deployment: '1',
        acceptMultiple: false,
        acceptLineItem: true,
      },
    });
    expect(launch.resourceLink).toBeUndefined();
  });

  it('has only texts in its custom fields, and no variable the platform did not know', async () => {
    const launch = await launchWith({
      [`${claim}/custom`]: { a: 'text', b: 7, c: null, d: '$Nope.nope', e: { f: 1 }, g: '' },
    });
    expect(launch.custom).toEqual({ a: 'text', b: '7' });
  });

  it.each([
    ['10002', '10002'],
    [' 007 ', '007'],
    ['', undefined],
    ['$Person.sourcedId', undefined],
  ])('reads %j as student number %j', async (sourcedId, studentNumber) => {
    const launch = await launchWith({ [`${claim}/lis`]: { person_sourcedid: sourcedId } });
    expect(launch.studentNumber).toBe(studentNumber);
  });

  it.each([
    ['nl', 'nl'],
    ['nl_NL', 'nl'],
    ['fy', 'nl'],
    ['en-GB', 'en'],
    ['de', 'en'],
  ])('speaks %s as %s', async (locale, spoken) => {
    expect((await launchWith({ [`${claim}/launch_presentation`]: { locale } })).locale).toBe(spoken);
  });

  it('leaves out services at addresses that are none', async () => {
    const launch = await launchWith({
      'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
        scope: ['a'],
        lineitem: 'nonsense',
        lineitems: 'https://lms.example/items',
      },
      'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': {
        context_memberships_url: 'http://lms.example/members',
      },
    });
    expect(launch.gradebook).toEqual({ lineItems: 'https://lms.example/items', scopes: ['a'] });
    expect(launch.membershipsUrl).toBeUndefined();
  });

  it('leaves out a way back that is no page', async () => {
    const launch = await launchWith({ [`${claim}/launch_presentation`]: { return_url: 'javascript:alert(1)' } });
    expect(launch.returnUrl).toBeUndefined();
  });
});

describe('the roles of a launch', () => {
  it.each<[string, string[], Launch['roles'], boolean]>([
    ['a teacher', [`${lis}/membership#Instructor`], ['teacher'], false],
    ['a teacher by the short name', ['Instructor'], ['teacher'], false],
    ['a student by the short name', ['Learner'], ['student'], false],
    [
      'a student with more roles',
      [`${lis}/membership#Learner`, `${lis}/institution/person#Student`, 'Mentor'],
      ['student'],
      false,
    ],
    ['both', [`${lis}/membership#Learner`, `${lis}/membership#Instructor`], ['teacher', 'student'], false],
    [
      'a teacher with the role of an assistant',
      [`${lis}/membership#Instructor`, `${lis}/membership/Instructor#TeachingAssistant`],
      ['teacher'],
      false,
    ],
    ['nobody for an assistant alone', [`${lis}/membership/Instructor#TeachingAssistant`], [], false],
    [
      'nobody for a teacher elsewhere in the institution',
      [`${lis}/institution/person#Instructor`, `${lis}/institution/person#Faculty`],
      [],
      false,
    ],
    ['nobody for an unknown role', ['http://purl.imsglobal.org/vocab/lis/v2/unknown/unknown#Helper'], [], false],
    ['nobody for what every object has', ['constructor', '__proto__'], [], false],
    ['nobody for no role', [''], [], false],
    ['nobody for an empty list', [], [], false],
    ['an administrator of the institution', [`${lis}/institution/person#Administrator`], [], true],
    ['an administrator of the site', [`${lis}/system/person#Administrator`], [], true],
    ['no administrator for one of the course', [`${lis}/membership#Administrator`], [], false],
  ])('make %s', async (_title, roles, inCourse, administrator) => {
    const launch = await launchWith({ [`${claim}/roles`]: roles });
    expect([launch.roles, launch.lmsAdministrator]).toEqual([inCourse, administrator]);
  });
});

describe('the browser of a launch', () => {
  it('is bound when it has the secret of this login', async () => {
    expect((await verifyLaunch(world.deps, await aPostedLaunch())).kind).toBe('bound');
  });

  it.each([undefined, ''])('is not known when it kept no cookie (%j)', async (cookieSecret) => {
    expect((await verifyLaunch(world.deps, { ...(await aPostedLaunch()), cookieSecret })).kind).toBe('noCookie');
  });

  it('is refused with the secret of another login', async () => {
    const { cookieSecret } = await world.login();
    const posted = { ...(await aPostedLaunch()), cookieSecret };
    await expect(verifyLaunch(world.deps, posted)).rejects.toMatchObject({ code: 'launch/other-browser' });
  });
});

describe('the state of a launch', () => {
  it('must be one we gave out', async () => {
    const posted = await aPostedLaunch();
    await expect(verifyLaunch(world.deps, { ...posted, state: 'made-up' })).rejects.toMatchObject({
      code: 'launch/unknown-state',
    });
    await expect(verifyLaunch(world.deps, { ...posted, state: '' })).rejects.toMatchObject({
      code: 'launch/unknown-state',
    });
  });

  it('lives ten minutes', async () => {
    const { state, cookieSecret, nonce } = await world.login();
    const posted = () => ({
      idToken: signedToken(aLaunchClaims(world.now().getTime(), nonce), key),
      state,
      cookieSecret,
    });
    world.now.advance(10 * 60_000 - 1);
    await expect(verifyLaunch(world.deps, posted())).resolves.toBeDefined();
    world.now.advance(1);
    await expect(verifyLaunch(world.deps, posted())).rejects.toMatchObject({ code: 'launch/unknown-state' });
  });

  it('does not go with the nonce of another one', async () => {
    const [one, other] = [await world.login(), await world.login()];
    const idToken = signedToken(aLaunchClaims(world.now().getTime(), other.nonce), key);
    const posted = { idToken, state: one.state, cookieSecret: one.cookieSecret };
    await expect(verifyLaunch(world.deps, posted)).rejects.toMatchObject({ code: 'launch/nonce-mismatch' });
  });

  it('names the deployment that the token must name too', async () => {
    const platform = await world.store.get(platforms, { id: 'p1' });
    await world.store.commit([change(platforms, platform!, { deployments: ['1', '2'] })]);
    const { state, cookieSecret, nonce } = await world.login({ lti_deployment_id: '2' });
    const idToken = signedToken(aLaunchClaims(world.now().getTime(), nonce), key);
    await expect(verifyLaunch(world.deps, { idToken, state, cookieSecret })).rejects.toMatchObject({
      code: 'launch/unknown-deployment',
      facts: { otherThanAtLogin: true },
    });
  });

  it('may leave the deployment to the token', async () => {
    const { state, cookieSecret, nonce } = await world.login({ lti_deployment_id: '' });
    const idToken = signedToken(aLaunchClaims(world.now().getTime(), nonce), key);
    await expect(verifyLaunch(world.deps, { idToken, state, cookieSecret })).resolves.toBeDefined();
  });

  it('is worth nothing after the school has removed its LMS', async () => {
    const posted = await aPostedLaunch();
    const platform = await world.store.get(platforms, { id: 'p1' });
    await world.store.commit([change(platforms, platform!, { state: 'pending' })]);
    await expect(verifyLaunch(world.deps, posted)).rejects.toMatchObject({ code: 'launch/platform-not-active' });
  });
});

describe('using a launch up', () => {
  const newPerson = (id: string) => put(people, { school: 's1', id }, aPersonRecord(), 0);

  it('lets one of fifty at once win, with what it brings', async () => {
    const posted = await aPostedLaunch();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, async (_none, index) => {
        await commitLaunch(world.store, await verifyLaunch(world.deps, posted), [newPerson(`person-${index}`)]);
      }),
    );
    const lost = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as { code: string }] : [],
    );
    expect(lost.map(({ code }) => code)).toEqual(Array.from({ length: 49 }, () => 'launch/nonce-used'));
    expect((await world.store.find(people, { where: { school: 's1' } })).items).toHaveLength(1);
  });

  it('refuses it from then on, with all that it brings', async () => {
    const posted = await aPostedLaunch();
    await commitLaunch(world.store, await verifyLaunch(world.deps, posted), []);
    const again = await verifyLaunch(world.deps, posted);
    await expect(commitLaunch(world.store, again, [newPerson('somebody')])).rejects.toMatchObject({
      code: 'launch/nonce-used',
    });
    expect((await world.store.find(people, { where: { school: 's1' } })).items).toEqual([]);
  });

  it('leaves the launch good when the conflict was about something else', async () => {
    const verified = await verifyLaunch(world.deps, await aPostedLaunch());
    await world.store.commit([newPerson('somebody')]);
    await expect(commitLaunch(world.store, verified, [newPerson('somebody')])).rejects.toMatchObject({
      code: 'store/conflict',
    });
    await expect(commitLaunch(world.store, verified, [newPerson('somebody-else')])).resolves.toBeUndefined();
  });
});

describe('the platform keys in a launch', () => {
  it('are asked for once, not for each launch', async () => {
    for (let launches = 0; launches < 3; launches += 1) await verifyLaunch(world.deps, await aPostedLaunch());
    expect(world.keyServer.requests).toHaveLength(1);
  });
});
