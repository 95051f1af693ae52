import { afterEach, describe, expect, it } from '@jest/globals';
import type { Activity } from '@buitenboord/shared/domain/activity/assignment.js';
import { activities, settledGrades, sittings } from '@buitenboord/shared/store/collections.js';
import { change } from '@buitenboord/shared/store/port.js';
import { isProblem } from '@buitenboord/shared/problem.js';
import { handIn } from '@buitenboord/shared/use-cases/evidence/hand-in.js';
import { saveDraft } from '@buitenboord/shared/use-cases/evidence/save-draft.js';
import { insistFits } from '@buitenboord/shared/use-cases/evidence/add-evidence.js';
import { anAdoptedPta } from '../../support/adopted-pta.js';
import { anAssessmentStage, words, type AssessmentStage } from '../../support/assessment-stage.js';
import { linkBrowser } from '../../support/link-browser.js';
import { aComponent } from '../../support/pta.js';

let stage: AssessmentStage;
const anExam = async (activity: Partial<Activity>) => (stage = await anAssessmentStage({ activity }));
afterEach(() => stage.close());
const student = () => stage.at.students[0]!;
const met = { attempt: '1', seenRevision: '0', choice: 'met' };
const held = { heldOn: '2026-05-12', place: 'Van Beek', schoolExaminer: 'Karim Jansen' };
const examined = {
  ...held,
  secondExaminer: 'Anna Bakker',
  papersSecret: 'yes',
  observationsWritten: 'yes',
};
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (isProblem(error) ? error.code : 'bug'),
  );

describe('a part of the cspe', () => {
  it('[assessment.cspe-second-examiner] [assessment.cspe-observations] is settled only when every condition is met', async () => {
    await anExam({ kind: 'cspePart' });
    const karim = await stage.comesIn(stage.at.teacher, 'teacher');
    const page = `/students/${student()}`;
    expect(words((await karim.get(page)).text)).toContain('Nog 6 voorwaarden open');
    const refused = await karim.post(`${page}/grade`, met).expect(422);
    expect(words(refused.text)).toContain('Maak eerst de lijst met voorwaarden af.');
    await karim.post(`${page}/sitting`, { ...examined, secondExaminer: 'karim jansen' }).expect(303);
    await karim.post(`${page}/grade`, met).expect(422);
    await karim.post(`${page}/sitting`, examined).expect(303);
    expect(words((await karim.get(`${page}/sitting`)).text)).toContain('Alle voorwaarden zijn in orde.');
    await karim.post(`${page}/grade`, met).expect(303);
    const { items } = await stage.store.find(settledGrades, { where: { school: stage.at.school } });
    expect(items).toHaveLength(1);
  });

  it('[assessment.cspe-papers-secret] takes no file, no text and no hand-in', async () => {
    await anExam({ kind: 'cspePart' });
    const place = { school: stage.at.school, activity: stage.at.activity, student: student() };
    expect(await codeOf(insistFits(stage, place, { kind: 'photo', bytes: 10 }))).toBe('evidence/exam-secret');
    expect(await codeOf(saveDraft(stage, place, 'Opgave 1'))).toBe('evidence/exam-secret');
    expect(await codeOf(handIn(stage, place))).toBe('evidence/exam-secret');
  });

  it('[assessment.cspe-papers-secret] asks no company, and a link from before opens nothing any more', async () => {
    await anExam({});
    await stage.name();
    await stage.invite();
    const [link] = await stage.links();
    const browser = linkBrowser(stage.app);
    await browser.post(link!);
    const { school, activity: id } = stage.at;
    const activity = (await stage.store.get(activities, { school, id }))!;
    await stage.store.commit([change(activities, activity, { kind: 'cspePart' })]);
    for (const path of ['', '/task', '/question/1', '/summary']) {
      const answer = await browser.get(link! + path);
      expect([path, answer.status, answer.text.includes('Lasframe')]).toEqual([path, 410, false]);
    }
    expect(await codeOf(stage.invite(stage.at.students.slice(1)))).toBe('assessment/exam-secret');
  });

  it('[assessment.sitting-recorded] refuses a form that brings anything else along', async () => {
    await anExam({ kind: 'cspePart' });
    const karim = await stage.comesIn(stage.at.teacher, 'teacher');
    await karim.post(`/students/${student()}/sitting`, { ...held, task: 'Opgave 1' }).expect(400);
    expect((await stage.store.find(sittings, { where: { school: stage.at.school } })).items).toEqual([]);
  });
});

describe('a proof of competence', () => {
  it('[assessment.proof-in-pta] [assessment.proof-examiner] needs a component of the PTA and an examiner of the school', async () => {
    await anExam({ kind: 'proofOfCompetence' });
    const { school, activity: id } = stage.at;
    const karim = await stage.comesIn(stage.at.teacher, 'teacher');
    const page = `/students/${student()}`;
    await karim.post(`${page}/sitting`, held).expect(303);
    await karim.post(`${page}/grade`, met).expect(422);
    const line = await anAdoptedPta(stage.store, school, [aComponent({ code: 'SE2' })]);
    const activity = (await stage.store.get(activities, { school, id }))!;
    const counting = { kind: 'pta', line, code: 'SE2', scale: 'number' } as const;
    await stage.store.commit([change(activities, activity, { counting })]);
    const grade = { attempt: '1', seenRevision: '0', choice: 'number', grade: '7,4' };
    await karim.post(`${page}/sitting`, { ...held, schoolExaminer: '' }).expect(303);
    await karim.post(`${page}/grade`, grade).expect(422);
    await karim.post(`${page}/sitting`, held).expect(303);
    await karim.post(`${page}/grade`, grade).expect(303);
  });

  it('is still shown to the company, as any assignment', async () => {
    await anExam({ kind: 'proofOfCompetence' });
    await stage.name();
    await stage.invite();
    const [link] = await stage.links();
    const browser = linkBrowser(stage.app);
    await browser.post(link!);
    expect((await browser.get(`${link!}/task`)).text).toContain('Lasframe');
  });
});
