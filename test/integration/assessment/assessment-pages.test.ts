import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { takeOverRows } from '@buitenboord/shared/domain/grade/take-over-list.js';
import { activities, invitations, namedExperts, settledGrades } from '@buitenboord/shared/store/collections.js';
import { change } from '@buitenboord/shared/store/port.js';
import { anAdoptedPta } from '../../support/adopted-pta.js';
import { anAssessmentStage, words, type AssessmentStage } from '../../support/assessment-stage.js';
import { linkBrowser } from '../../support/link-browser.js';
import { aComponent } from '../../support/pta.js';

let stage: AssessmentStage;
beforeEach(async () => {
  stage = await anAssessmentStage();
});
afterEach(() => stage.close());
const student = () => stage.at.students[0]!;
const teacherComesIn = () => stage.comesIn(stage.at.teacher, 'teacher');

async function companyAnswers(link: string, level: string, attitude = '') {
  const browser = linkBrowser(stage.app);
  await browser.post(link);
  await browser.get(`${link}/task`);
  await browser.post(`${link}/begin`);
  for (const question of [1, 2, 3]) await browser.post(`${link}/question/${question}`, { level });
  const last = await browser.post(`${link}/summary`, { remark: '', attitude, go: 'done' });
  expect(last.status).toBe(303);
}

describe('three judges', () => {
  it('[assessment.self-is-formative] stand beside each other at the grade, which none of them but the company changes', async () => {
    await stage.name();
    await stage.invite();
    const sanne = await stage.comesIn(student(), 'student');
    await sanne.post('/work/self', { moment: 'end', 'level-0': 'good', remark: 'Ik ben trots.' }).expect(303);
    await companyAnswers((await stage.links())[0]!, 'practise');
    const karim = await teacherComesIn();
    const judged = { moment: 'end', 'level-0': 'sufficient', 'level-1': 'practise' };
    await karim.post(`/students/${student()}/assessment`, judged).expect(303);
    const { text } = await karim.get(`/students/${student()}`).expect(200);
    const [row] = /<tr role="row"><th scope="row".*?<\/tr>/u.exec(text)!;
    expect(words(row)).toMatch(/De las is vlak Goed Nog oefenen Voldoende ≠ verschilt twee stappen/u);
    expect(words(text)).toContain('Ik ben trots.');
    expect((await stage.store.find(settledGrades, { where: { school: stage.at.school } })).items).toEqual([]);
  });

  it('lets a student change her mind until a grade was settled, and no longer', async () => {
    const sanne = await stage.comesIn(student(), 'student');
    await sanne.post('/work/self', { moment: 'end', 'level-0': 'good' }).expect(303);
    await sanne.post('/work/self', { moment: 'end', 'level-0': 'practise' }).expect(303);
    const karim = await teacherComesIn();
    await karim.post(`/students/${student()}/grade`, { attempt: '1', seenRevision: '0', choice: 'met' }).expect(303);
    await sanne.post('/work/self', { moment: 'end', 'level-0': 'good' }).expect(422);
    expect((await sanne.get('/work/self')).text).toContain('al gegeven');
  });

  it('are no business of a classmate, nor of a company', async () => {
    await stage.name();
    await stage.invite();
    const sanne = await stage.comesIn(student(), 'student');
    await sanne.post('/work/self', { moment: 'end', remark: 'Alleen voor mijn docent.' }).expect(303);
    const other = await stage.comesIn(stage.at.students[1]!, 'student');
    expect((await other.get('/work/self')).text).not.toContain('Alleen voor mijn docent.');
    const link = (await stage.links())[0]!;
    const browser = linkBrowser(stage.app);
    await browser.post(link);
    for (const page of ['/task', '/summary']) {
      expect((await browser.get(link + page)).text).not.toContain('Alleen voor mijn docent.');
    }
  });
});

describe('several moments', () => {
  it('[assessment.end-counts] asks the company earlier by the same link, and takes none of it for the end', async () => {
    await stage.name();
    const karim = await teacherComesIn();
    await karim.post(`/students/${student()}/assessment/invite`, { moment: 'middle' }).expect(404);
    await karim.post('/moments', { middle: 'yes' }).expect(303);
    await karim.post(`/students/${student()}/assessment/invite`, { moment: 'middle' }).expect(303);
    const link = (await stage.links())[0]!;
    const browser = linkBrowser(stage.app);
    await browser.post(link);
    expect((await browser.get(`${link}/task`)).text).toContain('halverwege');
    await stage.handsIn();
    await companyAnswers(link, 'practise');
    expect((await stage.work())?.state).toBe('handedIn');
    const settle = (await karim.get(`/students/${student()}`)).text;
    expect(words(settle)).toContain('Het bedrijf heeft nog niet beoordeeld');
    expect(words(settle)).toContain('Halverwege');
    await stage.invite();
    const moments = (await stage.invitations()).map(({ moment, state }) => [moment ?? 'end', state]).sort();
    expect(moments).toEqual([
      ['end', 'invited'],
      ['middle', 'done'],
    ]);
  });

  it('asks about one moment once, however often the button is pressed', async () => {
    await stage.name();
    const karim = await teacherComesIn();
    await karim.post('/moments', { start: 'yes', middle: 'yes' }).expect(303);
    for (const moment of ['start', 'start', 'middle']) {
      await karim.post(`/students/${student()}/assessment/invite`, { moment }).expect(303);
    }
    expect(await stage.links()).toHaveLength(2);
  });

  it('ends the links of every moment when the student goes to another company', async () => {
    await stage.name();
    const karim = await teacherComesIn();
    await karim.post('/moments', { start: 'yes' }).expect(303);
    await karim.post(`/students/${student()}/assessment/invite`, { moment: 'start' }).expect(303);
    await stage.invite();
    await stage.name([student()], { name: 'Smederij', contactName: 'Piet', contactEmail: 'piet@smid.example' });
    const { items } = await stage.store.find(invitations, { where: { school: stage.at.school } });
    expect(items.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
  });
});

describe('observations', () => {
  it('[assessment.attitude-without-grade] of teacher and company stand in the order of time, and on no list', async () => {
    await stage.name();
    await stage.invite();
    const karim = await teacherComesIn();
    const noticed = { topic: 'growth', words: 'Vraagt nu zelf om hulp.' };
    await karim.post(`/students/${student()}/observations`, noticed).expect(303);
    stage.now.advance(60_000);
    await companyAnswers((await stage.links())[0]!, 'good', 'Altijd op tijd.');
    const page = words((await karim.get(`/students/${student()}/assessment`)).text);
    expect(page.indexOf('Vraagt nu zelf')).toBeGreaterThan(0);
    expect(page.indexOf('Altijd op tijd.')).toBeGreaterThan(page.indexOf('Vraagt nu zelf'));
    const { items } = await stage.store.find(settledGrades, { where: { school: stage.at.school } });
    expect(takeOverRows(items, stage.at.course, undefined)).toEqual([]);
  });
});

describe('named experts', () => {
  it('[assessment.named-expert] [assessment.teacher-settles] warns where the company weighs and nobody was named, and the teacher settles', async () => {
    const { school, activity: id } = stage.at;
    const levelGrades = { practise: 50, sufficient: 70, good: 90 };
    const weighed = aComponent({ code: 'SE2', companyRole: 'counts', companyWeight: 60, levelGrades });
    const line = await anAdoptedPta(stage.store, school, [weighed]);
    const activity = (await stage.store.get(activities, { school, id }))!;
    const counting = { kind: 'pta', line, code: 'SE2', scale: 'number' } as const;
    await stage.store.commit([change(activities, activity, { counting })]);
    const karim = await teacherComesIn();
    const before = words((await karim.get(`/students/${student()}`)).text);
    expect(before).toContain('Er staat nog niet wie het bestuur daarvoor benoemde');
    expect(before).toContain('Bron: WVO 2020, artikel 2.51, lid 4. Dit is deels onze uitleg van de regel.');
    const named = { name: 'Anna Bakker', role: 'meester', company: 'Bakkerij Deeg', namedOn: '2026-01-12' };
    await karim.post('/experts', named).expect(303);
    const after = words((await karim.get(`/students/${student()}`)).text);
    expect(after).toContain('Benoemd voor het schoolexamen: Anna Bakker.');
    const grade = { attempt: '1', seenRevision: '0', choice: 'number', grade: '7,4' };
    await karim.post(`/students/${student()}/grade`, grade).expect(303);
    const { items } = await stage.store.find(settledGrades, { where: { school } });
    expect(items.map(({ settledBy }) => settledBy)).toEqual([stage.at.teacher]);
  });

  it('[assessment.end-counts] the suggestion says its sum, and that it took the company’s judgement of the end', async () => {
    const { school, activity: id } = stage.at;
    const levelGrades = { practise: 50, sufficient: 70, good: 90 };
    const weighed = aComponent({ code: 'SE2', companyRole: 'counts', companyWeight: 60, levelGrades });
    const line = await anAdoptedPta(stage.store, school, [weighed]);
    const activity = (await stage.store.get(activities, { school, id }))!;
    const counting = { kind: 'pta', line, code: 'SE2', scale: 'number' } as const;
    await stage.store.commit([change(activities, activity, { counting, moments: ['middle'] })]);
    await stage.name();
    const karim = await teacherComesIn();
    await karim.post(`/students/${student()}/assessment/invite`, { moment: 'middle' }).expect(303);
    stage.now.advance(60_000);
    await stage.invite();
    const [middle, end] = await stage.links();
    await companyAnswers(middle!, 'practise', 'Nog stil.');
    await companyAnswers(end!, 'good');
    const asked = { attempt: '1', seenRevision: '0', evidence: '7,0' };
    const page = words((await karim.post(`/students/${student()}/suggestion`, asked)).text);
    expect(page).toContain('9,00 × 60 % = 5,40');
    expect(page).toContain('7,00 × 40 % = 2,80');
    expect(page).toContain('= 8,2');
    expect(page).toContain('aan het einde');
  });

  it('are withdrawn, not erased, and never named for a day to come', async () => {
    const karim = await teacherComesIn();
    const named = { name: 'Anna Bakker', role: 'meester', company: 'Deeg' };
    await karim.post('/experts', { ...named, namedOn: '2030-01-01' }).expect(400);
    await karim.post('/experts', { ...named, namedOn: '2026-01-12' }).expect(303);
    const where = { school: stage.at.school, activity: stage.at.activity };
    const [expert] = (await stage.store.find(namedExperts, { where })).items;
    await karim.post('/experts/withdraw', { expert: expert!.id }).expect(303);
    const { items } = await stage.store.find(namedExperts, { where });
    expect(items.map(({ name, withdrawnAt }) => [name, withdrawnAt !== undefined])).toEqual([['Anna Bakker', true]]);
  });
});

describe('asking for the suggestion', () => {
  it('leaves a grade alone that she typed, and one that was settled', async () => {
    const { school, activity: id } = stage.at;
    const line = await anAdoptedPta(stage.store, school, [aComponent({ code: 'SE2', companyRole: 'none' })]);
    const activity = (await stage.store.get(activities, { school, id }))!;
    const counting = { kind: 'pta', line, code: 'SE2', scale: 'number' } as const;
    await stage.store.commit([change(activities, activity, { counting })]);
    const karim = await teacherComesIn();
    const field = (page: { text: string }) => /<input class="grade"[^>]*value="([^"]*)"/u.exec(page.text)?.[1];
    const asks = (fields: object) =>
      karim.post(`/students/${student()}/suggestion`, { attempt: '1', seenRevision: '0', evidence: '7,0', ...fields });
    expect(field(await asks({}))).toBe('7,0');
    expect(field(await asks({ grade: '6,0', shown: '6,0' }))).toBe('7,0');
    expect(field(await asks({ grade: '8,0', shown: '' }))).toBe('8,0');
    const settled = { attempt: '1', seenRevision: '0', choice: 'number', grade: '7,4' };
    await karim.post(`/students/${student()}/grade`, settled).expect(303);
    const after = await asks({ seenRevision: '1', grade: '7,4', shown: '7,4' });
    expect(field(after)).toBe('7,4');
    expect(after.text).toMatch(/data-suggested="true" hidden/u);
  });
});
