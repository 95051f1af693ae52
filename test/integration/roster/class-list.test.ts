import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { courses, enrolments } from '@buitenboord/shared/store/collections.js';
import { change } from '@buitenboord/shared/store/port.js';
import { readRoster } from '@buitenboord/shared/use-cases/roster/read-roster.js';
import { createRosterReader } from '@buitenboord/shared/use-cases/roster/roster-reader.js';
import { aServicesHouse, type ServicesHouse } from '../../support/services-house.js';
import { openTestStore } from '../../support/test-store.js';

let house: ServicesHouse;
beforeEach(async () => {
  house = await aServicesHouse(await openTestStore(), { students: 3 });
  house.lms.members[0]!.name = 'Karim Jansen';
});
afterEach(() => house.close());

const deps = () => ({ ...house, roster: house.services, failed: () => undefined });
const wanted = (wish: 'when-stale' | 'now' = 'now') => ({ school: house.at.school, course: house.at.course, wish });
const read = async (wish?: 'when-stale' | 'now') => {
  house.now.advance(11 * 60_000);
  return readRoster(deps(), wanted(wish));
};
const page = async (path = '/overview') => (await (await house.teachersBrowser()).get(path)).text;
const asked = () => house.lms.calls().filter((call) => call.includes('/memberships'));
const subjectOf = (n: number) => `sub-${house.at.students[n]}`;
const without = (...subjects: string[]) =>
  (house.lms.members = house.lms.members.filter(({ user_id: id }) => !subjects.includes(id)));
const placesOf = async (subject: string) => {
  const { items } = await house.store.find(enrolments, { where: { school: house.at.school }, limit: 100 });
  return items.filter((each) => each.subject === subject).map(({ role, state }) => `${role} ${state}`);
};

describe('the teacher’s class', () => {
  it('has a button that reads the list anew, and says when it was read', async () => {
    const before = await page();
    expect(before).toContain('Klassenlijst uit de leeromgeving, gelezen op 10 juni, 12:00.');
    expect(before).not.toContain('Nieuwe Leerling');
    house.lms.members.push({ user_id: 'new', roles: ['Learner'], name: 'Nieuwe Leerling' });
    house.now.advance(60_000);
    expect(await page()).not.toContain('Nieuwe Leerling');
    const pressed = await (await house.teachersBrowser()).post('/roster');
    expect([pressed.status, pressed.headers.location?.endsWith('/overview')]).toEqual([303, true]);
    const after = await page();
    expect(after).toContain('Nieuwe Leerling');
    expect(after).toContain('gelezen op 10 juni, 12:01.');
  });

  it('reads it once for a double click, and for thirty launches at once', async () => {
    const browser = await house.teachersBrowser();
    await Promise.all([browser.post('/roster'), browser.post('/roster')]);
    await browser.post('/roster');
    expect(asked()).toHaveLength(2);
    house.now.advance(11 * 60_000);
    const reader = createRosterReader(deps());
    await Promise.all(Array.from({ length: 30 }, () => reader.read(wanted('when-stale'))));
    expect(asked()).toHaveLength(4);
  });

  it.each<[string, object, string]>([
    ['no answer', { status: 503 }, 'De leeromgeving gaf geen antwoord.'],
    ['no access', { status: 403 }, 'De leeromgeving gaf ons geen toegang.'],
    ['a page for people', { body: '<html>' }, 'De leeromgeving gaf een antwoord dat we niet begrijpen.'],
    ['nobody at all', { body: '{"members":[]}' }, 'De leeromgeving gaf een antwoord dat we niet begrijpen.'],
  ])('says in plain words what went wrong: %s', async (_title, answer, words) => {
    await read();
    house.lms.answerNext(/memberships/u, answer);
    expect(await read()).toBe('failed');
    const text = await page();
    expect(text).toContain(words);
    expect(text).toContain('Je ziet de lijst zoals hij daarvoor was.');
    expect(await placesOf(subjectOf(0))).toEqual(['student active']);
    expect(await read()).toBe('read');
    expect(await page()).not.toContain(words);
  });

  it('waits as long as the LMS asks, and says until when', async () => {
    house.lms.answerNext(/memberships/u, { status: 429, headers: { 'retry-after': '1800' } });
    expect(await read()).toBe('failed');
    expect(await page()).toContain('Na 12:41 uur kan het weer.');
    const before = asked().length;
    await (await house.teachersBrowser()).post('/roster');
    house.now.advance(1799_000);
    expect(await readRoster(deps(), wanted())).toBe('not-yet');
    expect(asked()).toHaveLength(before);
    house.now.advance(2_000);
    expect(await readRoster(deps(), wanted())).toBe('read');
  });

  it('counts and waits for nobody who left, shows their work, and takes them back when they return', async () => {
    await house.settle(74);
    await read();
    const here = house.lms.members;
    without(subjectOf(0), subjectOf(1));
    await read();
    expect(await placesOf(subjectOf(0))).toEqual(['student left']);
    const text = await page();
    expect(text).toContain('Alle 1<');
    expect(text).toContain('niet meer in de cursus');
    // Whoever left without a trace isn't listed at all; and nothing is thrown away.
    expect(text).toContain('1 leerling is niet meer in de cursus en telt niet mee in de aantallen.');
    expect(await placesOf(subjectOf(1))).toEqual(['student left']);
    house.lms.members = here;
    await read();
    expect(await placesOf(subjectOf(1))).toEqual(['student active']);
    const again = await page();
    expect(again).toContain('Alle 3<');
    expect(again).not.toContain('niet meer in de cursus');
  });
});

describe('a non-editing teacher, whom Moodle’s list calls a learner', () => {
  const launchedAsTeacher = async (subject: string) => {
    const { items } = await house.store.find(enrolments, { where: { school: house.at.school }, limit: 100 });
    const place = items.find((each) => each.subject === subject)!;
    await house.store.commit([change(enrolments, place, { role: 'teacher' })]);
  };

  it('is not listed as a student once a launch said so', async () => {
    await launchedAsTeacher(subjectOf(2));
    await read();
    expect(await placesOf(subjectOf(2))).toEqual(['teacher active']);
    expect(await page()).toContain('Alle 2<');
  });

  it('has no rights of a list: they come with a visit and end with it', async () => {
    house.lms.members.push({ user_id: subjectOf(1), roles: ['Instructor'] });
    without(subjectOf(0));
    await read();
    expect(await placesOf(subjectOf(1))).toEqual(['teacher active']);
    const asStudent = await house.browserOf(house.at.students[1]!, 'student');
    expect((await asStudent.get('/overview')).status).toBe(404);
    expect((await asStudent.post('/roster')).status).toBe(404);
    const asTeacher = await house.browserOf(house.at.students[1]!, 'teacher');
    expect((await asTeacher.get('/overview')).status).toBe(200);
  });
});

describe('reading the list', () => {
  it('marks nobody who launched while it was read', async () => {
    without(subjectOf(0));
    const slowly = {
      members: async (question: Parameters<typeof house.services.members>[0]) => {
        const answer = await house.services.members(question);
        house.now.advance(1_000);
        const { items } = await house.store.find(enrolments, { where: { school: house.at.school }, limit: 100 });
        const place = items.find((each) => each.subject === subjectOf(0))!;
        await house.store.commit([change(enrolments, place, { seenAt: house.now().toISOString() })]);
        return answer;
      },
    };
    expect(await readRoster({ ...deps(), roster: slowly }, wanted())).toBe('read');
    expect(await placesOf(subjectOf(0))).toEqual(['student active']);
  });

  it('keeps what a launch told of the course meanwhile', async () => {
    const telling = {
      members: async (question: Parameters<typeof house.services.members>[0]) => {
        const course = await house.course();
        await house.store.commit([change(courses, course, { title: 'Anders' })]);
        return house.services.members(question);
      },
    };
    expect(await readRoster({ ...deps(), roster: telling }, wanted())).toBe('read');
    expect(await house.course()).toMatchObject({ title: 'Anders', rosterReadAt: expect.any(String) });
  });
});
