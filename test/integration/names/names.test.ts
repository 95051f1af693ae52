import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  activities,
  auditEntries,
  enrolments,
  nameMatches,
  people as persons,
} from '@buitenboord/shared/store/collections.js';
import { naturalId } from '@buitenboord/shared/ids.js';
import { change } from '@buitenboord/shared/store/port.js';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { invitationMail } from '../../support/invitation-mail.js';
import { people, startHouse, type RunningHouse } from '../../support/running-house.js';
import { aMember } from '../../support/school.js';
import { personAt, walkIn } from '../../support/walked-work.js';

const nameless = { givenName: undefined, familyName: undefined, fullName: undefined };

let house: RunningHouse;
let teacher: Awaited<ReturnType<typeof walkIn>>;
let course: string;
beforeAll(async () => {
  house = await startHouse();
  teacher = await walkIn(house, people.teacher);
  course = (await house.store.get(activities, { school: house.school, id: house.activity.id }))!.course;
  const place = { school: house.school, course, issuer: house.lms.url };
  // As itslearning launches by default: an id and a role.
  for (let n = 0; n < 2; n++) await aMember(house.store, place, 'student', nameless);
});
afterAll(() => house.stop());

/** The student whom a page calls by this number. */
async function called(number: number): Promise<string> {
  const page = await teacher.page('/names');
  const card = new RegExp(`id="who-([\\w-]+)">Leerling ${number}<`, 'u').exec(page);
  expect(card).not.toBeNull();
  return card![1]!;
}

const audited = async () => {
  const found = [];
  for await (const entry of house.store.each(auditEntries, { where: { school: house.school } })) found.push(entry);
  return found.map(({ action, object }) => `${action} ${object}`);
};

describe('a class whose LMS shares no names', () => {
  it('calls each student by a number that stays, in the class, at the companies and on the student’s page', async () => {
    const overview = await teacher.page('/overview');
    expect(overview).toContain('>Leerling 1<');
    expect(overview).toContain('>Leerling 2<');
    expect(overview).toContain('2 leerlingen hebben hier geen naam.');
    expect(await teacher.page('/overview')).toContain('>Leerling 2<');
    expect(await teacher.page('/companies')).toContain('Leerling 1');
    expect(await teacher.page(`/students/${await called(2)}`)).toContain('<h1>Leerling 2</h1>');
  });

  it('calls the student so on every page of a teacher, the exam file included', async () => {
    const student = await called(2);
    for (const path of ['/school-exam', '/plans']) expect(await teacher.page(path)).toContain('>Leerling 2<');
    for (const path of ['plan', 'career'])
      expect(await teacher.page(`/students/${student}/${path}`)).toContain('Leerling 2');
    expect(await teacher.page(`/school-exam/${student}`)).toContain('<h1>Schoolexamen van Leerling 2</h1>');
    expect(await teacher.page(`/school-exam/${student}/file`)).toContain('Leerling 2');
  });

  it('speaks English to who reads English', () => {
    expect(studentName(textIn('en'), { courseNumber: 7 })).toBe('Student 7');
    expect(studentName(textIn('nl'), { courseNumber: 7 })).toBe('Leerling 7');
    expect(studentName(textIn('nl'), { name: 'Noa', courseNumber: 7 })).toBe('Noa');
  });

  it('asks a company about the student by that number', async () => {
    const student = await called(1);
    const form = { students: student, name: 'Van Beek', contactName: 'Piet', contactEmail: 'piet@beek.example' };
    await teacher.post('/companies', { ...form, invite: 'yes' });
    const { subject, link } = await invitationMail(house, form.contactEmail);
    expect(subject).toContain('Leerling 1');
    expect(await link.page('/task')).toContain('Leerling 1');
  });

  it('leaves nobody out of the take-over list: who has no name stands there as such, in the file too', async () => {
    const student = await called(2);
    const grade = {
      attempt: '1',
      seenRevision: '0',
      choice: 'number',
      grade: '7,4',
      evidence: '',
      remark: '',
      reason: '',
    };
    expect((await teacher.post(`/students/${student}/grade`, grade)).status).toBe(303);
    const list = await teacher.page('/take-over');
    expect(list).toMatch(/Leerling 2[\s\S]{0,80}naam niet bekend/u);
    expect(list).toContain('1 leerling heeft hier geen naam.');
    const component = /download\?component=([^&"]+)&amp;as=csv/u.exec(list)![1]!;
    expect(await teacher.page(`/take-over/download?component=${component}&as=csv`)).toContain(
      'Leerling 2 (naam niet bekend)',
    );
  });
});

describe('a teacher who says who is who', () => {
  it('is asked again when nothing was filled in', async () => {
    const answer = await teacher.post('/names', { student: await called(1) });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Kies een naam uit de lijst of vul een voornaam in.');
  });

  it('types a name: it holds everywhere, is in the audit trail, and grades still go by the LMS’s own id', async () => {
    const student = await called(1);
    const place = { school: house.school, id: naturalId('enrolment', course, student) };
    const before = await house.store.get(enrolments, place);
    expect((await teacher.post('/names', { student, givenName: 'Noa', familyName: 'Kaya' })).status).toBe(303);
    const overview = await teacher.page('/overview');
    expect(overview).toContain('Noa Kaya');
    expect(overview).not.toContain('Leerling 1');
    expect(overview).toContain('>Leerling 2<');
    expect(await audited()).toContain(`person/name-given people/${student}`);
    expect(await house.store.get(enrolments, place)).toEqual(before);
  });

  it('takes it back: the same number is there again', async () => {
    const match = (await house.store.find(nameMatches, { where: { school: house.school } })).items[0]!;
    expect((await teacher.post('/names/undo', { student: match.person })).status).toBe(303);
    expect(await called(1)).toBe(match.person);
    expect(await audited()).toContain(`person/name-taken-back people/${match.person}`);
    expect((await teacher.post('/names/undo', { student: match.person })).status).toBe(404);
  });

  it('keeps what the LMS told meanwhile when a name is taken back', async () => {
    const student = await called(1);
    await teacher.post('/names', { student, givenName: 'Noa', familyName: 'Kaya' });
    const key = { school: house.school, id: student };
    const person = (await house.store.get(persons, key))!;
    await house.store.commit([change(persons, person, { givenName: 'Noah' })]);
    await teacher.post('/names/undo', { student });
    const now = (await house.store.get(persons, key))!;
    expect([now.givenName, now.familyName]).toEqual(['Noah', undefined]);
    await house.store.commit([change(persons, now, { givenName: undefined })]);
  });

  it('chooses somebody of the LMS’s list, who then isn’t in the class twice', async () => {
    const fenna = await personAt(house, '8');
    const rowsOfFenna = async () =>
      [...(await teacher.page('/overview')).matchAll(/<th scope="row"><a[^>]*>Fenna/gu)].length;
    expect(await rowsOfFenna()).toBe(1);
    const answer = await teacher.post('/names', { student: await called(2), listed: fenna });
    expect(answer.status).toBe(303);
    expect(await rowsOfFenna()).toBe(1);
    const list = await teacher.page('/take-over');
    expect(list).toContain('Fenna');
    expect(list).not.toContain('naam niet bekend');
  });

  it('can’t give a name to who has one, nor choose who isn’t on the list', async () => {
    const sanne = await personAt(house, people.sanne);
    expect((await teacher.post('/names', { student: sanne, givenName: 'X' })).status).toBe(404);
    expect((await teacher.post('/names', { student: await called(1), listed: 'nobody' })).status).toBe(404);
  });
});
