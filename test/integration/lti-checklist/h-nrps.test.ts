import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createOutbound } from '@buitenboord/shared/runtime/fetch-json.js';
import { activities, enrolments, people } from '@buitenboord/shared/store/collections.js';
import { classOverview } from '@buitenboord/shared/use-cases/overview/class-overview.js';
import { readRoster } from '@buitenboord/shared/use-cases/roster/read-roster.js';
import { someLtiServices } from '../../support/lti-services.js';
import { aServicesHouse, link, type ServicesHouse } from '../../support/services-house.js';
import { openStandardLms } from '../../support/standard-lms.js';
import { storeHarnesses } from '../../support/store-harnesses.js';

const members = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';
const format = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';
const lis = 'https://purl.imsglobal.org/spec/lti/claim/lis';

/** Names and Role Provisioning Services 2.0, case 79–87 of the checklist. */
describe.each(storeHarnesses)('class lists, on $name', ({ open: openStore }) => {
  let house: ServicesHouse;
  beforeEach(async () => {
    house = await aServicesHouse(await openStore(), { students: 3 });
  });
  afterEach(() => house.close());

  const read = (wish: 'when-stale' | 'now' = 'when-stale', resourceLink?: string) => {
    const { store, now, services: roster } = house;
    const deps = { store, now, roster, failed: () => undefined };
    const { school, course } = house.at;
    return readRoster(deps, { school, course, wish, ...(resourceLink !== undefined && { resourceLink }) });
  };
  const ask = (more: object = {}) => {
    const { school, platform } = house.at;
    return house.services.members({
      school,
      platform,
      deployment: '1',
      membershipsUrl: house.lms.urls.members,
      ...more,
    });
  };
  const places = async () => {
    const { items } = await house.store.find(enrolments, { where: { school: house.at.school }, limit: 100 });
    return new Map(items.map(({ subject, role, state }) => [subject, `${role} ${state}`]));
  };
  const later = () => house.now.advance(11 * 60_000);
  const learner = (id: string, fields: object = {}) => ({ user_id: id, roles: ['Learner'], ...fields });

  it('79. a token is asked with the scope of class lists only (Cert 6.3; NRPS 3.6)', async () => {
    expect(await read()).toBe('read');
    expect(house.lms.tokenForms().map(({ scope }) => scope)).toEqual([members]);
  });

  it('80. the list is asked by GET with its media type and a Bearer token (NRPS 2.4; Cert 6.3)', async () => {
    await read();
    for (const { method, headers } of house.lms.requests.filter(({ url }) => url.startsWith('/memberships'))) {
      expect([method, headers.accept]).toEqual(['GET', format]);
      expect(headers.authorization).toMatch(/^Bearer [\w-]{20,}$/u);
      expect(headers['user-agent']).toContain('Buitenboord');
    }
  });

  it('81. rel="next" is followed to the end, on the same origin, over https, with an end to it (NRPS 2.4.2)', async () => {
    house.lms.members.push(...Array.from({ length: 5 }, (_none, n) => learner(`new-${n}`)));
    expect((await ask()).members).toHaveLength(9);
    expect(house.lms.calls()).toHaveLength(5);

    const other = await openStandardLms();
    house.lms.answerNext(/memberships/u, {
      headers: { link: `<${other.urls.members}>; rel="next"` },
      body: '{"members":[]}',
    });
    await expect(ask().finally(() => other.close())).rejects.toMatchObject({ code: 'platform/address-refused' });
    expect(other.requests).toEqual([]);

    const endless = (n: number) => ({
      headers: { link: `<${house.lms.origin}/memberships?page=${n}>; rel="next"` },
      body: '{"members":[]}',
    });
    for (let n = 1; n <= 60; n += 1) house.lms.answerNext(/memberships/u, endless(n));
    await expect(ask()).rejects.toMatchObject({ code: 'platform/answer-too-large', facts: { pages: 50 } });

    const outbound = createOutbound({ allowPrivate: true, userAgent: 'test' });
    // Each look at the clock is twenty seconds later: pages that are slow each, and together too slow.
    const advance = (ms: number) => house.now.advance(ms);
    const slowly = Object.assign(() => (advance(20_000), house.now()), { advance });
    const slow = someLtiServices(outbound, { tokenUrl: house.lms.urls.token }, slowly);
    const question = { school: 's', platform: 'p', deployment: '1', membershipsUrl: house.lms.urls.members };
    for (let n = 1; n <= 60; n += 1) house.lms.answerNext(/memberships/u, endless(n));
    const tooSlow = await slow
      .members(question)
      .catch((error: unknown) => error as { code: string; facts: { pages: number } });
    expect(tooSlow).toMatchObject({ code: 'platform/answer-too-large', facts: { pages: expect.any(Number) } });
    expect((tooSlow as { facts: { pages: number } }).facts.pages).toBeLessThan(10);
    await outbound.close();

    const strict = createOutbound({ allowPrivate: false, userAgent: 'test' });
    const secure = someLtiServices(strict, { tokenUrl: house.lms.urls.token });
    await expect(secure.members(question)).rejects.toMatchObject({
      code: 'platform/address-refused',
      facts: { reason: 'not-https' },
    });
    await strict.close();
  });

  it('82. rel="differences" is kept, used as it stands, and Deleted takes a place away (NRPS 2.4.3)', async () => {
    const [first = '', second = ''] = house.at.students.map((id) => `sub-${id}`);
    house.lms.differences = true;
    await read();
    const address = '/memberships/changed?since=AbC%2B1';
    expect((await house.course()).rosterDifferencesUrl).toBe(house.lms.origin + address);

    later();
    house.lms.changed = [learner(first, { status: 'Deleted' }), learner('new')];
    expect(await read()).toBe('read');
    expect(house.lms.requests.at(-1)?.url).toBe(address);
    const after = await places();
    expect([after.get(first), after.get(second), after.get('new')]).toEqual([
      'student left',
      'student active',
      'student active',
    ]);

    later();
    house.lms.changed = [learner(first)];
    await read();
    expect((await places()).get(first)).toBe('student active');

    // One that isn't known any more is no reason to go without a list; and a person who asks gets all of it.
    later();
    house.lms.answerNext(/changed/u, { status: 404 });
    expect(await read()).toBe('read');
    expect(house.lms.calls().at(-1)).not.toContain('changed');
    later();
    const before = house.lms.requests.length;
    await read('now');
    expect(house.lms.requests.slice(before).map(({ url }) => url)).not.toContain(address);
    expect((await places()).get('new')).toBe('student left');
  });

  it('83. role, limit and rlid are added and the query that is there is kept (NRPS 2.4.1, 3)', async () => {
    const { members: found } = await ask({ role: 'Learner', limit: 10, resourceLink: link });
    expect(found).toHaveLength(3);
    const { searchParams } = new URL(house.lms.requests.at(-1)!.url, house.lms.origin);
    expect(Object.fromEntries(searchParams)).toEqual({ course: '2', role: 'Learner', limit: '10', rlid: link });
  });

  it('84. a member without a status is active, an inactive one is not (NRPS 2.3)', async () => {
    const [first = '', second = '', third = ''] = house.at.students.map((id) => `sub-${id}`);
    house.lms.members = [learner(first), learner(second, { status: 'Inactive' }), learner(third, { status: 'Active' })];
    await read();
    const found = await places();
    expect([first, second, third].map((subject) => found.get(subject))).toEqual([
      'student active',
      'student left',
      'student active',
    ]);
  });

  it('85. a member may be no more than an id and roles (NRPS 2.2)', async () => {
    house.lms.members = [learner('bare')];
    await read();
    const activity = (await house.store.get(activities, { school: house.at.school, id: house.at.activity }))!;
    const rows = await classOverview(house, activity);
    const bare = rows.find(({ left }) => !left);
    expect([bare?.name, bare?.standing]).toEqual([undefined, { kind: 'notStarted' }]);
    const page = await (await house.teachersBrowser()).get('/overview');
    expect([page.status, page.text.includes('Leerling 1')]).toEqual([200, true]);
  });

  it('86. what a launch of the link would say of a member is read per member (NRPS 3.2)', async () => {
    const told = (name: string, number: string) => ({
      of_link: { name, message: [{ [lis]: { person_sourcedid: number } }] },
    });
    house.lms.members = [learner('a', told('Sanne de Wit', '0012')), learner('b', told('Bram Visser', '0013'))];
    await read('when-stale', link);
    const found = [];
    for await (const { fullName, studentNumber } of house.store.each(people, { where: { school: house.at.school } }))
      found.push([fullName, studentNumber]);
    expect(found).toEqual(
      expect.arrayContaining([
        ['Sanne de Wit', '0012'],
        ['Bram Visser', '0013'],
      ]),
    );
  });

  it('87. without the claim the feature is off, and nothing fails (NRPS 3.6.1.1)', async () => {
    await house.close();
    house = await aServicesHouse(await openStore(), { course: { membershipsUrl: undefined } });
    expect(await read('now')).toBe('not-offered');
    const browser = await house.teachersBrowser();
    const page = await browser.get('/overview');
    expect(page.status).toBe(200);
    expect(page.text).toContain('We krijgen geen klassenlijst');
    expect(page.text).not.toContain('Klassenlijst bijwerken');
    expect((await browser.post('/roster')).status).toBe(303);
    expect(house.lms.requests).toEqual([]);
  });
});
