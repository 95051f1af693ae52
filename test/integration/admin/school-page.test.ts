import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { auditEntries, grants, platforms } from '@buitenboord/shared/store/collections.js';
import { put } from '@buitenboord/shared/store/port.js';
import { grantId } from '@buitenboord/shared/use-cases/school/grant-role.js';
import { aPlatformRecord } from '../../support/records.js';
import { aSchool } from '../../support/school.js';
import { aStaffStage, type StaffStage } from '../../support/staff-stage.js';

let stage: StaffStage;
beforeEach(async () => {
  stage = await aStaffStage();
});
afterEach(() => stage.close());

const administrator = () => stage.comesIn(stage.at.teacher, { grants: ['schoolAdministrator'] });
const lmsAdministrator = () => stage.comesIn(stage.at.students[0]!, { fields: { roles: [], lmsAdministrator: true } });
const grantOf = (person: string, school = stage.at.school) =>
  stage.store.get(grants, { school, id: grantId(person, 'schoolAdministrator') });

async function waitingPlatform(school = stage.at.school) {
  await stage.store.commit([
    put(
      platforms,
      { id: 'waiting' },
      aPlatformRecord({ school, clientId: 'new', issuer: 'https://new.example', state: 'pending' }),
      0,
    ),
  ]);
}

describe('the page of the school’s administrator', () => {
  it('says in a few lines how each platform does, and gives what the LMS wants to know a page further', async () => {
    const browser = await administrator();
    const school = (await browser.get('/school')).text;
    expect(school).toContain('Moodle · lms.example');
    expect(school).toContain('1 cursus, geen cijfers onderweg');
    const { text } = await browser.get('/school/connect');
    expect(text).toContain('value="https://tool.example/lti/login"');
    expect(text).toContain(`value="https://tool.example/lti/jwks/${stage.at.school}"`);
  });

  it('lets a platform in that was registered and waits', async () => {
    await waitingPlatform();
    const browser = await administrator();
    expect((await browser.get('/school')).text).toContain('wacht op jouw akkoord');
    expect((await browser.post('/school/platform/confirm', { platform: 'waiting' })).status).toBe(303);
    expect(await stage.store.get(platforms, { id: 'waiting' })).toMatchObject({ state: 'active' });
  });

  it('can’t let in a platform of another school', async () => {
    const other = await aSchool(stage.store, { issuer: 'https://other.example' });
    await waitingPlatform(other.school);
    const browser = await administrator();
    expect((await browser.get('/school')).text).not.toContain('https://new.example');
    expect((await browser.post('/school/platform/confirm', { platform: 'waiting' })).status).toBe(404);
    expect(await stage.store.get(platforms, { id: 'waiting' })).toMatchObject({ state: 'pending' });
  });

  it('gives a role and takes it away, with a trace, and never the administrator’s own', async () => {
    const browser = await administrator();
    const person = stage.at.students[0]!;
    await browser.post('/school/grant/give', { person, role: 'examSecretary' });
    expect((await browser.get('/school')).text).toContain('examensecretaris');
    await browser.post('/school/grant/withdraw', { person, role: 'examSecretary' });
    const own = { person: stage.at.teacher, role: 'schoolAdministrator' };
    expect((await browser.post('/school/grant/withdraw', own)).status).toBe(404);
    expect(await grantOf(stage.at.teacher)).toMatchObject({ state: 'granted' });
    const { items } = await stage.store.find(auditEntries, {
      where: { school: stage.at.school, actor: stage.at.teacher },
    });
    expect(items.map(({ action }) => action)).toEqual(['grant/granted', 'grant/withdrawn']);
  });

  it('gives roles to people of the school only', async () => {
    const other = await aSchool(stage.store, { issuer: 'https://other.example' });
    const answer = await (
      await administrator()
    ).post('/school/grant/give', { person: other.teacher, role: 'examSecretary' });
    expect(answer.text).toContain('data-problem="grant/unknown"');
  });

  it('isn’t there for a teacher, nor are its buttons', async () => {
    const teacher = await stage.comesIn(stage.at.teacher);
    expect((await teacher.get('/school')).status).toBe(404);
    expect(
      (await teacher.post('/school/grant/give', { person: stage.at.teacher, role: 'schoolAdministrator' })).status,
    ).toBe(404);
    expect((await teacher.post('/school/platform/confirm', { platform: stage.at.platform })).status).toBe(404);
    expect((await teacher.post('/school/ask')).status).toBe(404);
  });
});

describe('asking to administer the school', () => {
  it('is for who administers the LMS, who gets the command while there is nobody to decide', async () => {
    const browser = await lmsAdministrator();
    expect((await browser.get('/school')).headers.location).toBe(`${browser.url}/school/ask`);
    const { text } = await browser.get('/school/ask');
    expect(text).toContain(
      `npm run admin -- grant add --school ${stage.at.school} --person ${stage.at.students[0]} --role schoolAdministrator`,
    );
  });

  it('gives no rights until somebody of the school decides', async () => {
    const browser = await lmsAdministrator();
    expect((await browser.post('/school/ask')).status).toBe(303);
    expect(await grantOf(stage.at.students[0]!)).toMatchObject({ state: 'asked' });
    expect(
      (await browser.post('/school/grant/give', { person: stage.at.students[0]!, role: 'schoolAdministrator' })).status,
    ).toBe(404);
    const decider = await administrator();
    expect((await decider.get('/school')).text).toContain('Gevraagd');
    await decider.post('/school/grant/give', { person: stage.at.students[0]!, role: 'schoolAdministrator' });
    expect((await browser.get('/school')).status).toBe(200);
  });

  it('keeps the role of who has it and asks again', async () => {
    const browser = await stage.comesIn(stage.at.teacher, {
      grants: ['schoolAdministrator'],
      fields: { lmsAdministrator: true },
    });
    await browser.post('/school/ask');
    expect(await grantOf(stage.at.teacher)).toMatchObject({ state: 'granted' });
  });
});
