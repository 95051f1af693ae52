import { beforeEach, describe, expect, it } from '@jest/globals';
import { componentKey } from '@buitenboord/shared/domain/pta/pta.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { studentStanding } from '@buitenboord/shared/use-cases/grade/student-standing.js';
import { anAdoptedPta } from '../../../../support/adopted-pta.js';
import { aComponent } from '../../../../support/pta.js';
import { anActivity, aSchool, type StandingSchool } from '../../../../support/school.js';
import { aSettledGrade } from '../../../../support/settled-grades.js';
import { openTestStore } from '../../../../support/test-store.js';

let store: Store;
let at: StandingSchool;
let [welding, plates] = ['', ''];
beforeEach(async () => {
  store = await openTestStore();
  at = await aSchool(store);
  const components = [aComponent({ code: 'SE1', weight: 1 }), aComponent({ code: 'SE2', weight: 1 })];
  plates = await anAdoptedPta(store, at.school, components);
  welding = await anAdoptedPta(store, at.school, components, { subject: { code: '1328', title: 'Booglassen' } });
  await anActivity(store, at, { counting: { kind: 'pta', line: plates, code: 'SE1', scale: 'number' } });
});

const student = () => at.students[0]!;
const grade = (line: string, code: string, tenths: number, more = {}) =>
  aSettledGrade(store, at, {
    student: student(),
    component: componentKey(line, code),
    value: { kind: 'tenths', tenths },
    ...more,
  });

describe('what stands for a student', () => {
  it('is every subject that an activity of her courses counts for, or in which she has a grade', async () => {
    expect((await studentStanding(store, { school: at.school, student: student() })).map(({ line }) => line)).toEqual([
      plates,
    ]);
    await grade(welding, 'SE1', 62);
    const found = await studentStanding(store, { school: at.school, student: student() });
    expect(found.map(({ pta }) => pta.subject.title)).toEqual(['Booglassen', 'Plaat- en constructiewerk']);
    expect(found[0]).toMatchObject({ regime: 'viaOneDecimal', standing: { becomes: 6, open: ['SE2'] } });
  });

  it('is for a teacher what her course is about, and never another student’s', async () => {
    await grade(welding, 'SE1', 62);
    await grade(plates, 'SE1', 71);
    const found = await studentStanding(store, { school: at.school, student: student(), course: at.course });
    expect(found.map(({ line, standing }) => [line, standing.becomes])).toEqual([[plates, 7]]);
    const [other] = await studentStanding(store, { school: at.school, student: at.students[1]!, course: at.course });
    expect(other!.standing.mean).toBeUndefined();
  });

  it('counts the newest revision of an attempt and the highest attempt [grade.resit-highest]', async () => {
    await grade(plates, 'SE1', 80);
    await grade(plates, 'SE1', 45, { revision: 2 });
    await grade(plates, 'SE1', 52, { attempt: 2 });
    const [found] = await studentStanding(store, { school: at.school, student: student() });
    expect(found!.standing.parts[0]).toMatchObject({
      value: { tenths: 52 },
      attempts: [{ tenths: 45 }, { tenths: 52 }],
    });
  });
});
