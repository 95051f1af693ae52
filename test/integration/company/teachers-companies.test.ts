import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { invitations } from '@buitenboord/shared/store/collections.js';
import { change } from '@buitenboord/shared/store/port.js';
import { complain } from '@buitenboord/shared/use-cases/company/complain.js';
import { aBakery, aCompanyStage, type CompanyStage } from '../../support/company-stage.js';
import { aCourse, anActivity } from '../../support/school.js';
import { aVisit, type OpenedVisit } from '../../support/visits.js';

let stage: CompanyStage;
let visit: OpenedVisit;
beforeEach(async () => {
  stage = await aCompanyStage({ students: 3 });
  visit = await teacherAt(stage.at.course, stage.at.activity);
});
afterEach(() => stage.close());

function teacherAt(course: string, activity: string, role: 'teacher' | 'student' = 'teacher'): Promise<OpenedVisit> {
  const { school, platform, teacher: person } = stage.at;
  return aVisit(stage.store, { vault: stage.vault, school, person, platform, role, course, activity, at: stage.now() });
}

const page = (path = '', at = visit) => request(stage.app).get(`${at.url}/companies${path}`).set('Cookie', at.cookie);
const post = (path: string, fields: Record<string, string | string[]>, at = visit) =>
  request(stage.app)
    .post(`${at.url}/companies${path}`)
    .set('Cookie', at.cookie)
    .type('form')
    .send({ token: at.token, ...fields });

const named = (more: Record<string, string | string[]> = {}) => ({
  students: [...stage.at.students.slice(0, 2)],
  ...aBakery,
  invite: 'yes',
  ...more,
});

describe('the teacher’s page about companies', () => {
  it('lists every student with a box to tick, and no company yet', async () => {
    const { status, text } = await page();
    expect(status).toBe(200);
    expect(text.match(/type="checkbox" name="students"/gu)).toHaveLength(3);
    expect(text.match(/nog geen bedrijf/gu)).toHaveLength(3);
    expect(text).toContain('Sanne1 de Wit');
  });

  it('names a company for the students that are ticked, and asks it at once', async () => {
    expect((await post('', named())).status).toBe(303);
    const { text } = await page();
    expect(text.match(/Bakkerij Deeg<br\/>/gu)).toHaveLength(2);
    expect(text.match(/gevraagd op 2 juni, link werkt tot 23 juni/gu)).toHaveLength(2);
    expect(await stage.mailed()).toHaveLength(1);
    expect((await stage.mailed())[0]!.text).toContain('Karim Jansen\nDe Werkplaats');
  });

  it('waits with the mail when the teacher says so, and then offers it on top', async () => {
    await post('', { students: [...stage.at.students.slice(0, 2)], ...aBakery });
    expect(await stage.mailed()).toEqual([]);
    expect((await page()).text).toContain('2 leerlingen hebben een bedrijf, maar het bedrijf is nog niet gevraagd.');
    await post('/invite', { students: [...stage.at.students.slice(0, 2)] });
    expect(await stage.mailed()).toHaveLength(1);
  });

  it('needs only the name of a company that the school knows', async () => {
    await post('', named());
    expect((await page()).text).toContain('<option value="Bakkerij Deeg"');
    const fields = { students: stage.at.students[2]!, name: 'bakkerij deeg', contactName: '', contactEmail: '' };
    expect((await post('', fields)).status).toBe(303);
    expect((await page()).text.match(/anna@deeg.example<\/small>/gu)).toHaveLength(3);
  });

  it('says what is missing beside the field, and keeps what was typed', async () => {
    const answer = await post('', { name: 'Metaal & Zn', contactName: '', contactEmail: 'piet@' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="Metaal &amp; Zn"');
    expect(answer.text).toContain('value="piet@"');
    for (const words of ['Vink eerst een leerling aan.', 'Vul in wie de begeleider is.', 'Vul een e-mailadres in']) {
      expect(answer.text).toContain(words);
    }
    expect(answer.text).toContain('aria-describedby="contactEmail-error"');
    expect(await stage.mailed()).toEqual([]);
  });

  it('shows why a mail was refused, and sends again to a better address', async () => {
    await post('', named({ students: stage.at.students[0]! }));
    const [open] = await stage.invitations();
    await stage.store.commit([change(invitations, open!, { mailProblem: '550 No such user here' })]);
    const { text } = await page();
    expect(text).toContain('mail niet aangekomen');
    expect(text).toContain('De mailserver zegt: 550 No such user here. Kijk het adres na');
    expect(text).toContain('Stuur opnieuw');
    const form = await page(`?student=${stage.at.students[0]!}`);
    expect(form.text).toContain('value="anna@deeg.example"');
    stage.now.advance(60_000);
    await post('', named({ students: stage.at.students[0]!, contactEmail: 'info@deeg.example' }));
    expect((await stage.mailed()).map(({ to }) => to)).toEqual(['anna@deeg.example', 'info@deeg.example']);
    expect((await page()).text).not.toContain('mail niet aangekomen');
  });

  it('sends again and withdraws', async () => {
    const students = stage.at.students[0]!;
    await post('', named({ students }));
    const seen = (await stage.invitations())[0]!.invitedAt;
    stage.now.advance(60_000);
    await post('/invite', { students, seen });
    await post('/invite', { students, seen });
    expect(await stage.mailed()).toHaveLength(2);
    await post('/withdraw', { student: students });
    expect((await page()).text).toContain('nog niet gevraagd');
    for (const link of await stage.links()) expect((await request(stage.app).get(link)).status).toBe(410);
  });

  it('shows what the company says is wrong, as text', async () => {
    await post('', named({ students: stage.at.students[0]! }));
    const { id: invitation } = (await stage.invitations())[0]!;
    await complain(stage, { school: stage.at.school, invitation, words: '<img src=x onerror=alert(1)>' });
    const { text } = await page();
    expect(text).toContain('&lt;img src=x onerror=alert(1)>');
    expect(text).not.toContain('<img');
  });

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='x",
    '</td></table>',
    '😀 O’Neil',
  ])('shows a company called %s as it is typed', async (name) => {
    await post('', named({ name, contactName: name }));
    const { text } = await page();
    expect(text).not.toMatch(/<script>alert|<img|<\/td><\/table><br/u);
    const escaped = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    expect(text).toContain(`${escaped}<br/>`);
    expect((await stage.mailed())[0]!.text).toContain(`Beste ${name},`);
  });
});

describe('who may do that', () => {
  it('is a teacher of this course, with a token', async () => {
    const student = await teacherAt(stage.at.course, stage.at.activity, 'student');
    expect((await page('', student)).status).toBe(404);
    expect((await post('', named(), student)).status).toBe(404);
    expect((await post('', { ...named(), token: 'made up' })).status).toBe(403);
    expect(await stage.invitations()).toEqual([]);
  });

  it('is nobody for an activity of another course', async () => {
    const course = await aCourse(stage.store, stage.at);
    const elsewhere = await anActivity(stage.store, { ...stage.at, course });
    const wrong = await teacherAt(stage.at.course, elsewhere);
    expect((await page('', wrong)).status).toBe(404);
    expect((await post('', named(), wrong)).status).toBe(404);
    expect((await post('/invite', { students: stage.at.students[0]! }, wrong)).status).toBe(404);
    expect((await post('/withdraw', { student: stage.at.students[0]! }, wrong)).status).toBe(404);
  });

  it('can’t name a company for somebody who is not in the course', async () => {
    expect((await post('', named({ students: stage.at.teacher }))).status).toBe(404);
  });
});
