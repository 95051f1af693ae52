import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { activities, courses, enrolments, platforms } from '@buitenboord/shared/store/collections.js';
import { change } from '@buitenboord/shared/store/port.js';
import { httpBrowser } from '../../support/http-browser.js';
import { eventually } from '../../support/lms-walk.js';
import { people, startHouse, type RunningHouse } from '../../support/running-house.js';

let house: RunningHouse;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const course = async () => {
  const { course: id } = (await house.store.get(activities, { school: house.school, id: house.activity.id }))!;
  return (await house.store.get(courses, { school: house.school, id }))!;
};
const enrolled = async () =>
  (await house.store.find(enrolments, { where: { school: house.school }, limit: 100 })).items.map(
    ({ subject }) => subject,
  );
const launch = (person: string) => httpBrowser().launch(house.lms.launchForm(person, house.activity.link));
const memberCalls = () => house.lms.requests.filter(({ url }) => url.includes('/memberships'));

beforeEach(async () => {
  const known = await course();
  await house.store.commit([change(courses, known, { rosterReadAt: undefined, rosterFailure: undefined })]);
});

describe('after a launch', () => {
  it('the class list is read, for a student’s launch too, without the launch waiting for it', async () => {
    house.lms.failNext({ match: /memberships/u, mode: 'hang', delayMs: 400 });
    const launched = await launch(people.sanne);
    expect(launched.status).toBe(303);
    // The LMS hasn't answered yet, and the student is in.
    expect((await course()).rosterReadAt).toBeUndefined();
    expect(await eventually(enrolled, (found) => found.includes('10'))).toContain('10');
    expect((await eventually(course, ({ rosterReadAt }) => rosterReadAt !== undefined)).rosterReadAt).toBeDefined();
  });

  it('a whole class that launches at once is one question to the LMS', async () => {
    const before = memberCalls().length;
    await Promise.all(['4', '5', '6', '7', '8', '9', '10'].map((person) => launch(person)));
    await eventually(course, ({ rosterReadAt }) => rosterReadAt !== undefined);
    expect(memberCalls().length - before).toBe(1);
  });

  it('an LMS that refuses its list spoils nothing: the teacher reads why', async () => {
    house.lms.failNext({ match: /memberships/u, mode: 'status', status: 403 });
    const browser = httpBrowser();
    const launched = await browser.launch(house.lms.launchForm(people.teacher, house.activity.link));
    expect(launched.status).toBe(303);
    await eventually(course, ({ rosterFailure }) => rosterFailure !== undefined);
    const page = await browser.get(new URL(launched.location!, house.toolUrl).href);
    expect(page.text).toContain('De leeromgeving gaf ons geen toegang.');
  });

  it('a platform that didn’t say at registration which LMS it is, is known by its launches', async () => {
    const { items } = await house.store.find(platforms, { where: { school: house.school } });
    await house.store.commit([change(platforms, items[0]!, { product: 'unknown' })]);
    await launch(people.bram);
    const product = async () => (await house.store.get(platforms, { id: items[0]!.id }))!.product;
    expect(await eventually(product, (found) => found !== 'unknown')).toBe('moodle');
  });
});
