import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { workId } from '@buitenboord/shared/domain/evidence/work-id.js';
import { componentKey } from '@buitenboord/shared/domain/pta/pta.js';
import { auditEntries, evidence, handIns, works } from '@buitenboord/shared/store/collections.js';
import { put } from '@buitenboord/shared/store/port.js';
import { drawQualitySample } from '@buitenboord/shared/use-cases/quality-sample/draw-quality-sample.js';
import type { ExamFile } from '@buitenboord/shared/use-cases/exam-file/exam-file.js';
import { anAdoptedPta } from '../../support/adopted-pta.js';
import { aComponent } from '../../support/pta.js';
import { madeAt } from '../../support/records.js';
import { aCourse, aMember, anActivity } from '../../support/school.js';
import { aSettledGrade } from '../../support/settled-grades.js';
import { aStaffStage, type StaffStage } from '../../support/staff-stage.js';

let stage: StaffStage;
let component: string;
const sha256 = createHash('sha256').update('foto').digest('hex');
const student = () => stage.at.students[0]!;
const file = () => `/school-exam/${student()}/file`;

beforeEach(async () => {
  stage = await aStaffStage();
  const { store, at } = stage;
  const { school } = at;
  const line = await anAdoptedPta(store, school, [aComponent({ title: 'Werkstuk' })]);
  component = componentKey(line, 'SE1');
  const counting = { kind: 'pta', line, code: 'SE1', scale: 'number' } as const;
  const activity = await anActivity(store, at, { counting, title: 'Hek lassen' });
  const work = workId(activity, student(), 1);
  const about = { activity, student: student() };
  const photo = {
    ...about,
    work,
    kind: 'photo',
    blob: sha256,
    mediaType: 'image/jpeg',
    bytes: 4,
    addedAt: madeAt,
  } as const;
  const handedIn = { ...about, work, number: 1, text: 'Gelukt', evidence: ['e1'], handedInAt: madeAt };
  const kept = { ...about, attempt: 1, state: 'assessed', draft: '', read: [], versions: 1, savedAt: madeAt } as const;
  await store.commit([
    put(works, { school, id: work }, { ...kept, read: [] }, 0),
    put(evidence, { school, id: 'e1' }, photo, 0),
    put(evidence, { school, id: 'e2' }, { ...photo, blob: 'b'.repeat(64), removedAt: madeAt }, 0),
    put(handIns, { school, id: `${work}.v1` }, handedIn, 0),
  ]);
  const grade = { student: student(), component, activity };
  await aSettledGrade(store, at, grade);
  await aSettledGrade(store, at, { ...grade, revision: 2, reason: 'Verteld', value: { kind: 'tenths', tenths: 68 } });
  const method = { kind: 'number', count: 1 } as const;
  await drawQualitySample(stage.deps, { school, component, seed: 'x', method, by: 'x' });
});
afterEach(() => stage.close());

describe('the exam file of a student [exam-file.whole]', () => {
  it('holds component, evidence with hashes, revisions, sample and the version of the PTA, as JSON', async () => {
    const teacher = await stage.comesIn(stage.at.teacher);
    const answer = await teacher.get(`${file()}/download?as=json`);
    const made = JSON.parse(answer.text) as ExamFile;
    expect(made.student).toEqual({ name: 'Sanne1 de Wit', studentNumber: '001' });
    const [found] = made.components;
    expect(found).toMatchObject({ code: 'SE1', title: 'Werkstuk', pta: { version: 1 } });
    const [attempt] = found!.attempts;
    expect(attempt?.evidence.map((each) => each.sha256)).toEqual([sha256]);
    expect(attempt?.handIns[0]?.textSha256).toBe(createHash('sha256').update('Gelukt').digest('hex'));
    expect(attempt?.revisions).toMatchObject([
      { revision: 1, value: { tenths: 74 }, settledBy: 'Karim Jansen', ptaVersion: 1 },
      { revision: 2, value: { tenths: 68 }, reason: 'Verteld' },
    ]);
    expect(attempt?.samples).toMatchObject([{ method: 'number' }]);
  });

  it('says the same on the page, and as a PDF', async () => {
    const teacher = await stage.comesIn(stage.at.teacher);
    const { text } = await teacher.get(file());
    for (const words of [
      'SE1: Werkstuk',
      'Hek lassen',
      sha256,
      'PTA versie 1',
      'Reden: Verteld',
      'Nog geen tweede oordeel',
    ])
      expect(text).toContain(words);
    const pdf = await teacher.get(`${file()}/download?as=pdf`).buffer(true);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.headers['content-disposition']).toBe('attachment; filename=Examendossier.pdf');
    expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('records every look and every download, with who', async () => {
    const teacher = await stage.comesIn(stage.at.teacher);
    await teacher.get(file());
    await teacher.get(`${file()}/download?as=json`);
    await teacher.get(`${file()}/download?as=pdf`);
    const where = { school: stage.at.school, object: `examFiles/${student()}` };
    const { items } = await stage.store.find(auditEntries, { where });
    expect(items.map(({ action, actor }) => [action, actor])).toEqual(
      Array.from({ length: 3 }, () => ['exam-file/viewed', stage.at.teacher]),
    );
  });

  it('is for a teacher what belongs to her course, for the exam secretary everything, for a student nothing', async () => {
    const course = await aCourse(stage.store, stage.at);
    const line = await anAdoptedPta(stage.store, stage.at.school, [aComponent({ title: 'Elders' })], {
      subject: { code: '1328', title: 'Booglassen' },
    });
    const elsewhere = { student: student(), component: componentKey(line, 'SE1') };
    await aSettledGrade(stage.store, { ...stage.at, course }, elsewhere);
    const teacher = await stage.comesIn(stage.at.teacher);
    expect((await teacher.get(file())).text).not.toContain('Elders');
    const stranger = await aMember(stage.store, { school: stage.at.school, course }, 'student');
    expect((await teacher.get(`/school-exam/${stranger}/file`)).status).toBe(404);
    const secretary = await stage.comesIn(await aMember(stage.store, stage.at, 'teacher'), {
      grants: ['examSecretary'],
      fields: { roles: [] },
    });
    expect((await secretary.get(file())).text).toContain('Elders');
    const herself = await stage.comesIn(student(), { fields: { roles: ['student'] } });
    expect((await herself.get(file())).status).toBe(404);
  });
});
