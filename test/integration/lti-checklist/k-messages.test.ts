import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activities, people as persons, visits } from '@buitenboord/shared/store/collections.js';
import { craftedLaunch, pageOf } from '../../support/crafted-launch.js';
import { httpBrowser } from '../../support/http-browser.js';
import { people, startHouse, type RunningHouse } from '../../support/running-house.js';
import { handsIn, personAt } from '../../support/walked-work.js';

const claim = 'https://purl.imsglobal.org/spec/lti/claim';
const ags = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint';
const context = { [`${claim}/context`]: { id: '2', title: 'Keuzevak Lassen 3B' } };
const role = (name: string) => ({ [`${claim}/roles`]: [`http://purl.imsglobal.org/vocab/lis/v2/membership#${name}`] });
const administrator = {
  [`${claim}/roles`]: ['http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator'],
};

let house: RunningHouse;
beforeAll(async () => {
  house = await startHouse();
  await handsIn(house, people.sanne);
  await handsIn(house, people.bram);
});
afterAll(() => house.stop());

const visitsNow = async () =>
  (await house.store.find(visits, { where: { school: house.school }, limit: 500 })).items.length;

/** Pressing a grade in the LMS's gradebook, up to the page. */
async function review(reader: string, student: string) {
  const browser = httpBrowser();
  const launched = await browser.launch(house.lms.reviewForm(reader, house.activity.link, student));
  return { launched, page: await pageOf(house, browser, launched) };
}

const aReview = (fields: Record<string, unknown> = {}) => ({
  [`${claim}/message_type`]: 'LtiSubmissionReviewRequest',
  [`${claim}/for_user`]: { user_id: people.sanne },
  [ags]: { scope: [], lineitem: `${house.lms.url}/mod/lti/services.php/2/lineitems/1/lineitem?type_id=1` },
  ...context,
  ...role('Instructor'),
  ...fields,
});

async function refused(subject: string, claims: Record<string, unknown>) {
  const before = await visitsNow();
  const { status, problem, text } = await craftedLaunch(house, subject, claims);
  expect(await visitsNow()).toBe(before);
  expect(text).not.toMatch(/Sanne|Bram|de Wit/u);
  return [status, problem];
}

describe('a submission review', () => {
  it('106. brings a teacher to that student’s work for the activity of that column (Submission Review 1.0 §4, AGS 2.0 §4.6)', async () => {
    const { launched, page } = await review(people.teacher, people.sanne);
    expect(launched.location).toMatch(/\/review$/u);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Sanne');
    expect(page.text).toContain('Lasframe maken');
    expect(page.text).not.toContain('Bram');
  });

  it('brings a student to her own work', async () => {
    const { launched, page } = await review(people.sanne, people.sanne);
    expect(launched.location).toMatch(/\/work$/u);
    expect(page.status).toBe(200);
  });

  it('refuses a student the signed review of another, and makes no visit', async () => {
    const before = await visitsNow();
    const { launched } = await review(people.sanne, people.bram);
    expect([launched.status, launched.problem]).toEqual([403, 'launch/not-your-work']);
    expect(launched.text).not.toMatch(/Bram|Yilmaz/u);
    expect(await visitsNow()).toBe(before);
  });

  it('refuses who has no role in the course, also the LMS’s administrator', async () => {
    expect(await refused('77', aReview({ [`${claim}/roles`]: [] }))).toEqual([403, 'launch/not-your-work']);
    expect(await refused('77', aReview(administrator))).toEqual([403, 'launch/not-your-work']);
  });

  it('says so when the column is none of ours, or of another course', async () => {
    const lineitem = `${house.lms.url}/mod/lti/services.php/2/lineitems/999/lineitem?type_id=1`;
    const known = [404, 'launch/unknown-line-item'];
    expect(await refused('3', aReview({ [ags]: { lineitem } }))).toEqual(known);
    expect(await refused('3', aReview({ [`${claim}/context`]: { id: '99', title: 'Elders' } }))).toEqual(known);
  });

  it('says so when it comes from outside a course', async () => {
    expect(await refused('3', aReview({ [`${claim}/context`]: undefined }))).toEqual([422, 'launch/no-course']);
  });

  it('finds a student who never opened the tool in the LMS’s list, and says so when nobody is called that', async () => {
    expect((await review(people.teacher, '7')).page.status).toBe(200);
    const { page } = await review(people.teacher, '404');
    expect([page.status, page.problem]).toEqual([404, 'launch/unknown-student']);
  });

  it('changes nothing of the activity it is about', async () => {
    const key = { school: house.school, id: house.activity.id };
    const before = await house.store.get(activities, key);
    await review(people.teacher, people.bram);
    expect(await house.store.get(activities, key)).toEqual(before);
  });
});

describe('a data privacy launch', () => {
  const aLook = (fields: Record<string, unknown> = {}) => ({
    [`${claim}/message_type`]: 'DataPrivacyLaunchRequest',
    ...fields,
  });

  it('107. shows somebody what is stored about her, without a course or an activity (Data Privacy Launch 1.0)', async () => {
    const page = await (await craftedLaunch(house, people.sanne, aLook())).page();
    expect(page.status).toBe(200);
    expect(page.text).toContain('Wat Buitenboord over jou bewaart');
    expect(page.text).toContain('Je foto’s, video’s en documenten');
    expect(page.text).toMatch(/Wat je inleverde, elke keer[\s\S]{0,200}>1</u);
    expect(page.text).not.toMatch(/Bram|Het frame is recht/u);
  });

  it('speaks English where the LMS does', async () => {
    const presentation = { [`${claim}/launch_presentation`]: { locale: 'en' } };
    const page = await (await craftedLaunch(house, people.sanne, aLook(presentation))).page();
    expect(page.text).toContain('What Buitenboord stores about you');
  });

  it('refuses a look at somebody else, also to a teacher', async () => {
    const other = { [`${claim}/for_user`]: { user_id: people.bram } };
    const known = [403, 'launch/not-your-data'];
    expect(await refused(people.sanne, aLook(other))).toEqual(known);
    expect(await refused(people.teacher, aLook({ ...other, ...role('Instructor') }))).toEqual(known);
  });

  it('shows the LMS’s administrator how much there is about somebody, and every kind at the school', async () => {
    const other = { [`${claim}/for_user`]: { user_id: people.bram } };
    const page = await (await craftedLaunch(house, '2', aLook({ ...other, ...administrator }))).page();
    expect(page.text).toContain('Wat Buitenboord over deze persoon bewaart');
    expect(page.text).toContain('Alles wat op school bewaard kan worden');
    expect(page.text).not.toContain('Bram');
    const nobody = { [`${claim}/for_user`]: { user_id: 'never-here' } };
    const empty = await (await craftedLaunch(house, '2', aLook({ ...nobody, ...administrator }))).page();
    expect(empty.text).toContain('Buitenboord bewaart niets over deze persoon.');
  });

  it('stores no name of who only looks', async () => {
    const named = { name: 'Nieuwe Kijker', email: 'kijker@school.example' };
    await craftedLaunch(house, 'new-looker', aLook(named));
    const looked = await house.store.get(persons, {
      school: house.school,
      id: await personAt(house, 'new-looker'),
    });
    expect(looked).not.toHaveProperty('fullName');
    expect(looked).not.toHaveProperty('email');
  });
});
