import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  activities,
  enrolments,
  identities,
  people as persons,
  visits,
} from '@buitenboord/shared/store/collections.js';
import { httpBrowser } from '../../support/http-browser.js';
import { eventually } from '../../support/lms-walk.js';
import { people, startHouse, type RunningHouse } from '../../support/running-house.js';

let house: RunningHouse;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const launchOf = (person: string) => house.lms.launchForm(person, house.activity.link);
const visitsNow = async () =>
  (await house.store.find(visits, { where: { school: house.school }, limit: 500 })).items.length;
/** Follows our own redirects to the page. */
async function pageOf(browser: ReturnType<typeof httpBrowser>, location: string | undefined) {
  let answer = await browser.get(new URL(location ?? '', house.toolUrl).href);
  while (answer.location?.startsWith('/')) answer = await browser.get(new URL(answer.location, house.toolUrl).href);
  return answer;
}

describe('a launch', () => {
  it('brings a teacher to the class, with students who never opened the tool', async () => {
    const browser = httpBrowser();
    const launched = await browser.launch(launchOf(people.teacher));
    expect(launched.status).toBe(303);
    const page = await pageOf(browser, launched.location);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Noor el Amrani');
    expect(page.text).not.toContain('Shanti Ramdin');
  });

  it('brings a student to the work, in the language of the LMS', async () => {
    const browser = httpBrowser();
    const page = await pageOf(browser, (await browser.launch(launchOf('10'))).location);
    expect(page.text).toContain('<html lang="en"');
    expect(page.text).toContain('Lasframe maken');
  });

  it('opens one visit however often the same post comes', async () => {
    const browser = httpBrowser();
    const launched = await browser.launch(launchOf(people.sanne));
    const before = await visitsNow();
    const cookies = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const again = await Promise.all(
      Array.from({ length: 20 }, () =>
        browser.post(launched.posted.url, launched.posted.fields, {
          headers: { cookie: cookies, origin: house.lms.url },
        }),
      ),
    );
    expect(new Set(again.map(({ status, problem }) => `${status} ${problem}`))).toEqual(
      new Set(['401 launch/nonce-used']),
    );
    expect(await visitsNow()).toBe(before);
  });

  it('makes one person of a first visit in ten tabs at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => httpBrowser().launch(launchOf('8'))));
    const found = [];
    for await (const identity of house.store.each(identities, { where: { school: house.school } }))
      if (identity.subject === '8') found.push(identity);
    expect(found).toHaveLength(1);
    const person = await house.store.get(persons, { school: house.school, id: found[0]!.person });
    expect(person).toMatchObject({ givenName: 'Fenna' });
  });

  it('keeps two tabs apart: each has its own visit and both work', async () => {
    const browser = httpBrowser();
    const one = await browser.launch(launchOf(people.bram));
    const other = await browser.launch(launchOf(people.bram));
    expect(one.location).not.toBe(other.location);
    expect((await pageOf(browser, one.location)).status).toBe(200);
    expect((await pageOf(browser, other.location)).status).toBe(200);
  });

  it('ends the open page of the person before, on a shared computer', async () => {
    const browser = httpBrowser();
    const first = await browser.launch(launchOf(people.bram));
    await browser.launch(launchOf(people.sanne));
    const late = await pageOf(browser, first.location);
    expect([late.status, late.problem]).toEqual([401, 'visit/someone-else']);
  });

  it('is of no use in a browser without its cookie', async () => {
    const browser = httpBrowser();
    const launched = await browser.launch(launchOf(people.sanne));
    const stolen = await pageOf(httpBrowser(), launched.location);
    expect([stolen.status, stolen.problem]).toEqual([401, 'visit/other-browser']);
    expect(stolen.text).not.toContain('Sanne');
  });
});

describe('a launch that began in another browser', () => {
  it('is refused when another site posts it into a browser that began a login of its own', async () => {
    const attacker = httpBrowser();
    const login = launchOf(people.bram);
    const launched = await attacker.launch(login, { noCookies: true });
    const victim = httpBrowser();
    const cookieName = [...(await beganIn(victim)).keys()][0] ?? '';
    expect(cookieName).toMatch(/^__Host-login-/u);
    const forged = await victim.post(launched.posted.url, launched.posted.fields, {
      headers: { origin: 'https://evil.example' },
    });
    expect(forged.status).toBe(401);
    expect(forged.location).toBeUndefined();
  });

  it('gets no way in when another site posts it and no cookie proves whose it is', async () => {
    const launched = await httpBrowser().launch(launchOf(people.bram), {
      noCookies: true,
      origin: 'https://evil.example',
    });
    expect([launched.status, launched.problem]).toEqual([401, 'launch/no-cookie']);
    expect(launched.text).not.toContain('name="code"');
  });

  async function beganIn(browser: ReturnType<typeof httpBrowser>): Promise<Map<string, string>> {
    const { action, fields } = launchOf(people.sanne);
    await browser.post(action, { ...fields });
    return browser.jar;
  }
});

describe('a refusal inside the frame of an LMS', () => {
  it('can be read there, also when the LMS isn’t registered, and holds nothing but a sentence', async () => {
    const fields = { iss: 'https://unknown.example', login_hint: '1', target_link_uri: `${house.toolUrl}/lti/launch` };
    const answer = await fetch(`${house.toolUrl}/lti/login`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: 'https://unknown.example', accept: 'text/html' },
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors https://unknown.example');
    const page = await answer.text();
    expect(page).toContain('data-problem="launch/unknown-platform"');
    expect(page).not.toMatch(/<form|<input|<a class="button/u);
  });

  it('says in the school’s own LMS, and nowhere else, that a visit is over', async () => {
    const browser = httpBrowser();
    const launched = await browser.launch(launchOf(people.sanne));
    const answer = await fetch(new URL(launched.location ?? '', house.toolUrl), { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-security-policy')).toContain(`frame-ancestors ${house.lms.url}`);
  });
});

describe('a frame without cookies', () => {
  const codeOn = (page: string) => /name="code" value="([^"]+)"/u.exec(page)?.[1] ?? '';

  it('gets a button that opens the page in a new window, once', async () => {
    const browser = httpBrowser();
    const launched = await browser.launch(launchOf(people.sanne), { noCookies: true });
    expect([launched.status, launched.problem]).toEqual([401, 'launch/no-cookie']);
    const code = codeOn(launched.text);
    const opened = await browser.post(`${house.toolUrl}/lti/new-window`, { code });
    expect(opened.status).toBe(303);
    expect((await pageOf(browser, opened.location)).text).toContain('Lasframe maken');
    const again = await httpBrowser().post(`${house.toolUrl}/lti/new-window`, { code });
    expect(again.problem).toBe('launch/unknown-state');
  });

  it('opens nothing for another site that posts the code', async () => {
    const launched = await httpBrowser().launch(launchOf(people.sanne), { noCookies: true });
    const fields = { code: codeOn(launched.text) };
    const foreign = await httpBrowser().post(`${house.toolUrl}/lti/new-window`, fields, {
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect([foreign.status, foreign.problem]).toEqual([403, 'request/cross-site']);
  });

  it('shows nothing of the person on that page', async () => {
    const launched = await httpBrowser().launch(launchOf(people.sanne), { noCookies: true });
    expect(launched.text).not.toMatch(/Sanne|de Wit|Lasframe/u);
  });
});

describe('a course that was copied in the LMS', () => {
  it('gets activities of its own: no work or grade of the old class shows, and nothing counts until its teacher says so', async () => {
    const before = await house.store.get(activities, { school: house.school, id: house.activity.id });
    const copy = house.lms.copyCourse(house.course.id);
    const link = house.lms.activities(copy.id)[0]!;
    const browser = httpBrowser();
    const launched = await browser.launch(house.lms.launchForm(people.teacher, link.id));
    expect((await pageOf(browser, launched.location)).text).toContain('telt niet mee');
    const { items } = await house.store.find(activities, {
      where: { school: house.school, assignment: before!.assignment },
    });
    const made = items.find(({ copiedFrom }) => copiedFrom === house.activity.id)!;
    expect(made.course).not.toBe(before!.course);
    expect(made.counting).toEqual({ kind: 'formative' });
    expect(await house.store.get(activities, { school: house.school, id: house.activity.id })).toMatchObject({
      counting: before!.counting,
    });
  });
});

describe('people who left the course', () => {
  it('are marked and never deleted', async () => {
    house.lms.setSuspended(house.course.id, '9');
    const where = { school: house.school, state: 'left' as const };
    const teacher = httpBrowser();
    // The list was read minutes ago; a new house reads it anew.
    const course = (await house.store.get(activities, { school: house.school, id: house.activity.id }))!.course;
    await forgetThatItWasRead(course);
    await pageOf(teacher, (await teacher.launch(launchOf(people.teacher))).location);
    const whoLeft = async () => {
      const { items } = await house.store.find(enrolments, { where });
      return items.filter(({ course: of }) => of === course).map(({ subject }) => subject);
    };
    // The launch waits for nothing of this.
    expect(await eventually(whoLeft, (left) => left.length > 0)).toEqual(['9']);
  });

  async function forgetThatItWasRead(id: string): Promise<void> {
    const { courses } = await import('@buitenboord/shared/store/collections.js');
    const { change } = await import('@buitenboord/shared/store/port.js');
    const course = await house.store.get(courses, { school: house.school, id });
    await house.store.commit([change(courses, course!, { rosterReadAt: '2026-01-01T00:00:00.000Z' })]);
  }
});

describe('a link that was made by hand', () => {
  it('has no assignment for a student, and asks a teacher to choose; then its column is there', async () => {
    const link = house.lms.addActivity({
      clientId: house.clientId,
      courseId: house.course.id,
      name: 'Met de hand',
      url: `${house.toolUrl}/lti/launch`,
    });
    const student = httpBrowser();
    const refused = await pageOf(student, (await student.launch(house.lms.launchForm(people.noor, link.id))).location);
    expect([refused.status, refused.problem]).toEqual([200, undefined]);
    expect(refused.text).toContain('Hier is nog geen opdracht gekozen');

    const teacher = httpBrowser();
    const launched = await teacher.launch(house.lms.launchForm(people.teacher, link.id));
    const picker = await pageOf(teacher, launched.location);
    const assignment = /name="choose" value="([^"]+)"/u.exec(picker.text)?.[1] ?? '';
    const visitUrl = new URL(launched.location ?? '', house.toolUrl).href.replace(/\/picker$/u, '');
    const choice = await teacher.get(`${visitUrl}/picker/choice?choose=${assignment}`);
    const token = /name="token" value="([^"]+)"/u.exec(choice.text)?.[1] ?? '';
    const component = /<option value="([^"]+\|SE1)"/u.exec(choice.text)?.[1] ?? '';
    const before = house.lms.items(house.course.id).length;
    const answered = await teacher.post(`${visitUrl}/picker/answer`, {
      token,
      choose: assignment,
      [`component.${assignment}`]: component,
    });
    expect(answered.status).toBe(303);
    expect(house.lms.items(house.course.id)).toHaveLength(before + 1);
    expect((await student.launch(house.lms.launchForm(people.noor, link.id))).status).toBe(303);
  });
});
