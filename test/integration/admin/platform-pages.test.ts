import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Platform } from '@buitenboord/shared/domain/school/school.js';
import {
  auditEntries,
  courses,
  platforms,
  refusedLaunches,
  registrationLinks,
} from '@buitenboord/shared/store/collections.js';
import { change, put } from '@buitenboord/shared/store/port.js';
import { hashOf } from '@buitenboord/shared/ids.js';
import { anLmsKey } from '../../support/lms-key.js';
import { aPlatformRecord, aRefusedLaunch } from '../../support/records.js';
import { aSchool } from '../../support/school.js';
import { openSmallServer, type SmallAnswer, type SmallServer } from '../../support/small-server.js';
import { aStaffStage, type StaffStage } from '../../support/staff-stage.js';

let stage: StaffStage;
let lms: SmallServer;
/** What the LMS answers at a path; 404 elsewhere. */
let answers: Record<string, SmallAnswer>;
beforeEach(async () => {
  stage = await aStaffStage();
  answers = {};
  lms = await openSmallServer(({ url }) => answers[url.split('?')[0]!] ?? { status: 404 });
});
afterEach(async () => {
  await stage.close();
  await lms.close();
});

const administrator = () => stage.comesIn(stage.at.teacher, { grants: ['schoolAdministrator'] });
const platformNow = (id = stage.at.platform) => stage.store.get(platforms, { id });
const pageOf = (id = stage.at.platform) => `/school/platforms/${id}`;

async function aPlatform(id: string, fields: Partial<Platform> = {}) {
  const record = aPlatformRecord({ school: stage.at.school, ...fields });
  await stage.store.commit([put(platforms, { id }, record, 0)]);
}

async function aRefusal(id: string, fields: Parameters<typeof aRefusedLaunch>[0] = {}) {
  const at = stage.now().toISOString();
  const refused = aRefusedLaunch({ schoolId: stage.at.school, platformId: stage.at.platform, at, ...fields });
  await stage.store.commit([put(refusedLaunches, { id }, refused, 0)]);
}

describe('what was refused', () => {
  it('says how far it came and what to do, the same reason once', async () => {
    await aRefusal('one', { step: 'hasNotExpired', code: 'launch/expired', facts: { secondsAgo: 400 } });
    await aRefusal('two', { step: 'hasNotExpired', code: 'launch/expired', facts: { secondsAgo: 410 } });
    const { text } = await (await administrator()).get(pageOf());
    expect(text.match(/data-step="hasNotExpired"/gu)).toHaveLength(1);
    expect(text).toContain('Liep vast bij: hoe oud het bericht is');
    expect(text).toContain('2 keer');
    expect(text).toContain('die vergelijkt de klokken');
  });

  it('lets the deployment in that a launch was refused for, with one button and a trace', async () => {
    await aRefusal('refused');
    const browser = await administrator();
    expect((await browser.get(pageOf())).text).toContain('Laat deployment 7 toe');
    expect((await browser.post('/school/platform/deployment', { refusal: 'refused' })).status).toBe(303);
    expect(await platformNow()).toMatchObject({ deployments: ['1', '7'] });
    const { text } = await browser.get(pageOf());
    expect(text).not.toContain('Laat deployment 7 toe');
    expect(text).toContain('Deze deployment is nu toegelaten.');
    const { items } = await stage.store.find(auditEntries, {
      where: { school: stage.at.school, object: `platforms/${stage.at.platform}` },
    });
    expect(items).toMatchObject([{ actor: stage.at.teacher }]);
  });

  it('lets nothing in by what another school was refused, or by another refusal', async () => {
    const other = await aSchool(stage.store, { issuer: 'https://other.example' });
    await aRefusal('theirs', { schoolId: other.school, platformId: other.platform });
    await aRefusal('late', { step: 'hasNotExpired', code: 'launch/expired' });
    const browser = await administrator();
    for (const refusal of ['theirs', 'late', 'none'])
      expect((await browser.post('/school/platform/deployment', { refusal })).status).toBe(404);
    expect(await platformNow(other.platform)).toMatchObject({ deployments: ['1'] });
  });

  it('stands on the school’s page when it came through a connection that we don’t know', async () => {
    await aRefusal('unknown', {
      platformId: 'unknown',
      step: 'registrationIsFound',
      code: 'launch/unknown-platform',
      facts: { clientId: 'nieuw-client' },
    });
    const { text } = await (await administrator()).get('/school');
    expect(text).toContain('via een koppeling die we niet kennen');
    expect(text).toContain('nieuw-client');
  });
});

describe('a platform that waits', () => {
  it('takes the place of an older registration of the same LMS: courses go on under the new client id', async () => {
    await aPlatform('newer', { clientId: 'client-2', deployments: ['9'], state: 'pending' });
    const browser = await administrator();
    const { text } = await browser.get(pageOf('newer'));
    expect(text).toContain('Nee, deze vervangt client-id client-1');
    expect(text).toContain('1 cursus gaat over');
    const fields = { platform: 'newer', replaces: stage.at.platform };
    expect((await browser.post('/school/platform/confirm', fields)).headers.location).toContain(pageOf());
    expect(await platformNow('newer')).toBeUndefined();
    expect(await platformNow()).toMatchObject({ clientId: 'client-2', deployments: ['9'], state: 'active' });
    expect(
      (await stage.store.find(courses, { where: { school: stage.at.school, platform: stage.at.platform } })).items,
    ).toHaveLength(1);
  });

  it('takes no other LMS’s place, nor anyone’s after work was begun through it', async () => {
    await aPlatform('elsewhere', { issuer: 'https://elsewhere.example', clientId: 'x', state: 'pending' });
    const browser = await administrator();
    expect((await browser.get(pageOf('elsewhere'))).text).not.toContain('name="replaces"');
    const replaces = stage.at.platform;
    expect((await browser.post('/school/platform/confirm', { platform: 'elsewhere', replaces })).status).toBe(409);
    await aPlatform('begun', { clientId: 'client-3', state: 'pending' });
    const [course] = (await stage.store.find(courses, { where: { school: stage.at.school } })).items;
    await stage.store.commit([change(courses, course!, { platform: 'begun' })]);
    expect((await browser.post('/school/platform/confirm', { platform: 'begun', replaces })).status).toBe(409);
    expect(await platformNow()).toMatchObject({ clientId: 'client-1' });
  });
});

describe('letting a platform go', () => {
  it('shows first what hangs on it, and that no work is deleted', async () => {
    const { text } = await (await administrator()).get(`${pageOf()}/stop`);
    for (const words of ['1 cursus', '2 leerlingen', '0 cijfers die nog niet aankwamen', 'Er wordt geen werk gewist'])
      expect(text).toContain(words);
    expect(text).toContain('Je bent zelf via deze leeromgeving binnen');
  });

  it('switches off, and on again', async () => {
    await aPlatform('second', { issuer: 'https://second.example', clientId: 's' });
    const browser = await administrator();
    expect((await browser.post('/school/platform/deactivate', { platform: 'second' })).status).toBe(303);
    expect(await platformNow('second')).toMatchObject({ state: 'inactive' });
    expect((await browser.get(pageOf('second'))).text).toContain('Zet weer aan');
    await browser.post('/school/platform/confirm', { platform: 'second' });
    expect(await platformNow('second')).toMatchObject({ state: 'active' });
  });

  it('removes the connection and leaves the courses', async () => {
    await aPlatform('second', { issuer: 'https://second.example', clientId: 's' });
    const browser = await administrator();
    expect((await browser.post('/school/platform/remove', { platform: 'second' })).status).toBe(303);
    expect(await platformNow('second')).toBeUndefined();
    expect((await stage.store.find(courses, { where: { school: stage.at.school } })).items).toHaveLength(1);
  });

  it('says goodbye to who came in through it: every page after is over', async () => {
    const browser = await administrator();
    const last = await browser.post('/school/platform/deactivate', { platform: stage.at.platform });
    expect(last.status).toBe(200);
    expect(last.text).toContain('De leeromgeving staat uit.');
    expect((await browser.get('/school')).status).toBe(401);
  });

  it('does nothing to a platform of another school', async () => {
    const other = await aSchool(stage.store, { issuer: 'https://other.example' });
    const browser = await administrator();
    for (const what of ['deactivate', 'remove', 'test'])
      expect((await browser.post(`/school/platform/${what}`, { platform: other.platform })).status).toBe(404);
    expect((await browser.get(`${pageOf(other.platform)}/stop`)).status).toBe(404);
    expect(await platformNow(other.platform)).toMatchObject({ state: 'active' });
  });
});

describe('the test of a platform', () => {
  const key = anLmsKey('k1');
  const keys = { body: JSON.stringify({ keys: [key.jwk] }) };
  const token = { body: JSON.stringify({ access_token: 'given', expires_in: 3600 }) };
  const members = { body: JSON.stringify({ members: [{ user_id: '5', roles: ['Learner'] }] }) };

  beforeEach(async () => {
    const known = (await platformNow())!;
    const [course] = (await stage.store.find(courses, { where: { school: stage.at.school } })).items;
    await stage.store.commit([
      change(platforms, known, { jwksUrl: `${lms.origin}/jwks`, tokenUrl: `${lms.origin}/token` }),
      change(courses, course!, { membershipsUrl: `${lms.origin}/members` }),
    ]);
  });
  const date = () => ({ date: stage.now().toUTCString() });
  const test = async () =>
    (await (await administrator()).post('/school/platform/test', { platform: stage.at.platform })).text;
  const kinds = (page: string): Record<string, string> =>
    Object.fromEntries(
      [...page.matchAll(/data-step="(\w+)" data-kind="(\w+)"/gu)].map(([, step, kind]) => [step!, kind!]),
    );

  it('reads keys, clock, access and a list of participants, and keeps nothing', async () => {
    answers = { '/jwks': { ...keys, headers: date() }, '/token': token, '/members': members };
    const page = await test();
    expect(kinds(page)).toEqual({ keys: 'good', clock: 'good', token: 'good', roster: 'good' });
    expect(page).toContain('De koppeling werkt.');
    expect(page).toContain('1 deelnemer gelezen, niets bewaard');
    const [course] = (await stage.store.find(courses, { where: { school: stage.at.school } })).items;
    expect(course).not.toHaveProperty('rosterReadAt');
  });

  it('asks for access anew each time', async () => {
    answers = { '/jwks': keys, '/token': token, '/members': members };
    await test();
    answers['/token'] = { status: 400, body: '{"error":"invalid_client"}' };
    const page = await test();
    expect(kinds(page)).toMatchObject({ token: 'failed', roster: 'skipped' });
    expect(page).toContain('geeft ons geen toegang');
  });

  it('says what to do when keys, access or the list can’t be had', async () => {
    answers = { '/jwks': { status: 500, headers: date() }, '/token': token, '/members': { status: 403 } };
    const page = await test();
    expect(kinds(page)).toMatchObject({ keys: 'failed', clock: 'good', token: 'good', roster: 'failed' });
    expect(page).toContain('Er werkt iets niet.');
    expect(page).toContain('open het zelf in een browser');
  });

  it('finds keys that nobody can use, and a clock that is wrong', async () => {
    const late = { date: new Date(stage.now().getTime() - 90_000).toUTCString() };
    answers = { '/jwks': { body: '{"keys":[{"kid":"x","kty":"oct"}]}', headers: late }, '/token': token };
    expect(kinds(await test())).toMatchObject({ keys: 'failed', clock: 'failed' });
  });
});

describe('connecting a platform by hand', () => {
  it('needs only the site of a Moodle and its client id, and waits for a yes', async () => {
    const browser = await administrator();
    const answer = await browser.post('/school/connect', {
      product: 'moodle',
      clientId: 'abc',
      deployment: '3',
      issuer: 'https://moodle.school.example/',
    });
    expect(answer.status).toBe(303);
    const { items } = await stage.store.find(platforms, { where: { clientId: 'abc' } });
    expect(items).toMatchObject([
      {
        school: stage.at.school,
        state: 'pending',
        issuer: 'https://moodle.school.example',
        jwksUrl: 'https://moodle.school.example/mod/lti/certs.php',
        deployments: ['3'],
      },
    ]);
  });

  it('asks an unknown LMS for its addresses', async () => {
    const { origin } = lms;
    const told = {
      issuer: origin,
      authorization_endpoint: `${origin}/auth`,
      token_endpoint: `${origin}/token`,
      jwks_uri: `${origin}/jwks`,
    };
    answers = { '/.well-known/openid-configuration': { body: JSON.stringify(told) } };
    const browser = await administrator();
    await browser.post('/school/connect', { product: 'unknown', clientId: 'found', issuer: origin });
    const { items } = await stage.store.find(platforms, { where: { clientId: 'found' } });
    expect(items).toMatchObject([{ authUrl: `${origin}/auth`, tokenUrl: `${origin}/token`, deployments: [] }]);
  });

  it('says beside each field what is missing, and keeps what was typed', async () => {
    const browser = await administrator();
    const answer = await browser.post('/school/connect', { product: 'unknown', clientId: '', issuer: lms.origin });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Dit konden we niet opzoeken.');
    expect(answer.text).toContain('Vul dit in.');
    expect(answer.text).toContain(`value="${lms.origin}"`);
  });

  it('makes a link that works once, of which the store knows a hash only', async () => {
    const browser = await administrator();
    const { text } = await browser.post('/school/connect/link');
    const secret = /\/lti\/register\/([\w-]{43})"/u.exec(text)![1]!;
    const link = await stage.store.get(registrationLinks, { id: hashOf(secret) });
    expect(link).toMatchObject({ school: stage.at.school, autoConfirm: false });
    expect(Date.parse(link!.expiresAt) - stage.now().getTime()).toBe(30 * 60_000);
    expect((await browser.get('/school/connect')).text).not.toContain(secret);
  });
});

describe('the school’s key', () => {
  it('has an age on the page', async () => {
    await stage.toolKeys.signingKey(stage.at.school);
    stage.now.advance(3 * 24 * 60 * 60_000);
    const browser = await administrator();
    expect((await browser.get('/school')).text).toContain('Onze sleutel is 3 dagen oud.');
  });
});
