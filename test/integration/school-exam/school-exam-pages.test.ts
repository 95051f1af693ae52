import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { componentKey } from '@buitenboord/shared/domain/pta/pta.js';
import { schools } from '@buitenboord/shared/store/collections.js';
import { put } from '@buitenboord/shared/store/port.js';
import { anAdoptedPta } from '../../support/adopted-pta.js';
import { aComponent } from '../../support/pta.js';
import { aCourse, aMember, anActivity, aSchool } from '../../support/school.js';
import { aSettledGrade } from '../../support/settled-grades.js';
import { aStaffStage, type StaffStage } from '../../support/staff-stage.js';

let stage: StaffStage;
let line: string;
beforeEach(async () => {
  stage = await aStaffStage();
  line = await anAdoptedPta(stage.store, stage.at.school, [
    aComponent({ code: 'SE1', title: 'Theorie', weight: 1 }),
    aComponent({ code: 'SE2', title: 'Werkstuk', weight: 2 }),
    aComponent({ code: 'VE1', title: 'Veilig', scale: 'met', weight: 0, gate: true }),
  ]);
  await anActivity(stage.store, stage.at, { counting: { kind: 'pta', line, code: 'SE1', scale: 'number' } });
});
afterEach(() => stage.close());

const student = () => stage.at.students[0]!;
const settled = (code: string, tenths: number) =>
  aSettledGrade(stage.store, stage.at, {
    student: student(),
    component: componentKey(line, code),
    value: { kind: 'tenths', tenths },
  });

describe('a student’s school exam, on a page', () => {
  it('shows what stands, what is missing, and the sum in plain words', async () => {
    await settled('SE1', 54);
    await settled('SE2', 55);
    const teacher = await stage.comesIn(stage.at.teacher);
    const { text } = await teacher.get(`/school-exam/${student()}`);
    expect(text).toContain('(5,4 × 1 + 5,5 × 2) : 3 = 5,4666…');
    expect(text).toContain('precies 82/15');
    expect(text).toContain('5,4666… wordt eerst 5,5, en daarna een 6.');
    expect(text).toContain('in één keer een 5, via één decimaal een 6');
    expect(text).toContain('Nog open: VE1.');
    expect(text).toContain('niet zeker: dit staat niet zo in de wet');
  });

  it('says it plainly when a mean becomes a 3 [grade.no-part-below-four]', async () => {
    await settled('SE1', 31);
    const teacher = await stage.comesIn(stage.at.teacher);
    const { text } = await teacher.get(`/school-exam/${student()}`);
    expect(text).toContain('Dit wordt een 3. Met een keuzevak onder de 4 kan een leerling niet slagen.');
    expect(text).toContain('Tot nu toe: weging 1 van 3.');
    expect((await teacher.get('/school-exam')).text).toContain('Dit wordt een 3.');
  });

  it('gives no whole grade while the school hasn’t chosen, and the way there only to who may choose', async () => {
    await settled('SE1', 65);
    const {
      version,
      id: _id,
      seRounding: _chosen,
      ...bare
    } = (await stage.store.get(schools, { id: stage.at.school }))!;
    await stage.store.commit([put(schools, { id: stage.at.school }, bare, version)]);
    const teacher = await stage.comesIn(stage.at.teacher);
    const page = (await teacher.get(`/school-exam/${student()}`)).text;
    expect(page).toContain('De school heeft nog niet gekozen');
    expect(page).not.toContain('/pta/rounding');
    expect(page).not.toContain('wordt eerst');
    const secretary = await stage.comesIn(stage.at.teacher, { grants: ['examSecretary'] });
    expect((await secretary.get(`/school-exam/${student()}`)).text).toContain('/pta/rounding');
  });

  it('shows the exam secretary every subject and what the electives are together; a teacher her own course', async () => {
    await settled('SE1', 70);
    const other = await anAdoptedPta(stage.store, stage.at.school, [aComponent({ title: 'Lasproef' })], {
      subject: { code: '1328', title: 'Booglassen' },
    });
    const grade = { student: student(), component: componentKey(other, 'SE1') };
    await aSettledGrade(stage.store, stage.at, { ...grade, value: { kind: 'tenths', tenths: 62 } });
    const teacher = await stage.comesIn(stage.at.teacher);
    expect((await teacher.get(`/school-exam/${student()}`)).text).not.toContain('Booglassen');
    const secretary = await stage.comesIn(stage.at.teacher, { grants: ['examSecretary'] });
    const { text } = await secretary.get(`/school-exam/${student()}`);
    expect(text).toContain('Booglassen');
    expect(text).toContain('Combinatiecijfer tot nu toe');
    expect(text).toContain('(6 · 7): zo wordt het een 7.');
  });
});

describe('who sees whose school exam', () => {
  it('is a teacher for her own course, and the exam secretary for every course of the school', async () => {
    const course = await aCourse(stage.store, stage.at);
    const elsewhere = await aMember(stage.store, { school: stage.at.school, course }, 'student', {
      fullName: 'Bo Bos',
    });
    const teacher = await stage.comesIn(stage.at.teacher);
    expect((await teacher.get(`/school-exam/${elsewhere}`)).status).toBe(404);
    expect((await teacher.get(`/school-exam?course=${course}`)).text).not.toContain('Bo Bos');
    const secretary = await stage.comesIn(stage.at.teacher, { grants: ['examSecretary'] });
    expect((await secretary.get(`/school-exam?course=${course}`)).text).toContain('Bo Bos');
    expect((await secretary.get(`/school-exam/${elsewhere}`)).status).toBe(200);
    const school = await aSchool(stage.store, { issuer: 'https://other.example' });
    expect((await secretary.get(`/school-exam/${school.students[0]!}`)).status).toBe(404);
  });

  it('is no student, not even for her own', async () => {
    const herself = await stage.comesIn(student(), { fields: { roles: ['student'] } });
    expect((await herself.get(`/school-exam/${student()}`)).status).toBe(404);
    expect((await herself.get('/school-exam')).status).toBe(404);
  });
});
