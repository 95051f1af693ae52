import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { componentKey } from '@buitenboord/shared/domain/pta/pta.js';
import { auditEntries, takeOverBatches } from '@buitenboord/shared/store/collections.js';
import { shownRows } from '@buitenboord/shared/domain/grade/take-over-list.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { importPtas } from '@buitenboord/shared/use-cases/pta/import-ptas.js';
import { lineOf } from '@buitenboord/shared/use-cases/pta/pta-line.js';
import { confirmTakeOver } from '@buitenboord/shared/use-cases/take-over/confirm-take-over.js';
import { takeOverComponents, takeOverList } from '@buitenboord/shared/use-cases/take-over/take-over-list.js';
import { fixedClock, type FixedClock } from '../../../../support/fixed-clock.js';
import { aComponent, anOutline } from '../../../../support/pta.js';
import { aCourse, anActivity, aSchool, type StandingSchool } from '../../../../support/school.js';
import { aSettledGrade } from '../../../../support/settled-grades.js';
import { openTestStore } from '../../../../support/test-store.js';

const outline = anOutline({ components: [aComponent(), aComponent({ code: 'SE2', scale: 'ordinal' })] });
const component = componentKey(lineOf(outline), 'SE1');

let store: Store;
let now: FixedClock;
let at: StandingSchool;
beforeEach(async () => {
  store = await openTestStore();
  now = fixedClock('2026-11-10T08:00:00Z');
  at = await aSchool(store);
  await importPtas({ store, now }, { school: at.school, actor: 'command', outlines: [outline], adopt: true });
});
afterEach(() => store.close());

const address = () => ({ school: at.school, course: at.course, component });
const list = () => takeOverList(store, address());
const settle = (student: string, fields = {}) => aSettledGrade(store, at, { student, component, ...fields });
async function confirm(shown?: readonly { gradeKey: string; revision: number }[]) {
  now.advance(1000);
  const rows = shown ?? shownRows((await list()).rows);
  await confirmTakeOver({ store, now }, { ...address(), actor: at.teacher, shown: rows });
}

describe('the take-over list of a class', () => {
  it('names each student with a grade, by name, with the student number as text', async () => {
    await settle(at.students[1]!);
    await settle(at.students[0]!, { value: { kind: 'catchUp' } });
    const { rows, courseLabel, component: found } = await list();
    expect(rows.map(({ name, studentNumber, mark }) => [name, studentNumber, mark])).toEqual([
      ['Sanne1 de Wit', '001', 'new'],
      ['Sanne2 de Wit', '002', 'new'],
    ]);
    expect(courseLabel).toBe('pie4k');
    expect(found).toMatchObject({ subject: { code: '1305' }, component: { code: 'SE1' } });
  });

  it('is there for the components of the activities and of the grades of the course', async () => {
    await anActivity(store, at, { counting: { kind: 'pta', line: lineOf(outline), code: 'SE2', scale: 'ordinal' } });
    await settle(at.students[0]!);
    await aSettledGrade(store, at, { student: at.students[0]!, component: `activity:${at.activity}` });
    expect(await takeOverComponents(store, at.school, at.course)).toEqual([
      component,
      componentKey(lineOf(outline), 'SE2'),
    ]);
  });

  it('isn’t there for a component that no adopted programme has, or for another school', async () => {
    await expect(takeOverList(store, { ...address(), component: 'pta:x:y' })).rejects.toMatchObject({
      code: 'pta/component-unknown',
    });
    await expect(takeOverList(store, { ...address(), component: 'activity:x' })).rejects.toMatchObject({
      code: 'pta/component-unknown',
    });
    await expect(takeOverList(store, { ...address(), school: 'other' })).rejects.toMatchObject({
      code: 'pta/component-unknown',
    });
  });
});

describe('confirming that grades were taken over', () => {
  it('marks what is settled anew since, and what is new', async () => {
    await settle(at.students[0]!);
    await confirm();
    expect((await list()).rows.map(({ mark, takenOverAt }) => [mark, takenOverAt])).toEqual([
      ['same', '2026-11-10T08:00:01.000Z'],
    ]);
    await settle(at.students[0]!, { revision: 2 });
    await settle(at.students[1]!);
    expect((await list()).rows.map(({ mark }) => mark)).toEqual(['changed', 'new']);
    await confirm();
    expect((await list()).rows.map(({ mark }) => mark)).toEqual(['same', 'same']);
  });

  it('takes only what the person saw: a grade settled meanwhile is looked at first', async () => {
    await settle(at.students[0]!);
    const shown = shownRows((await list()).rows);
    await settle(at.students[0]!, { revision: 2 });
    await expect(confirm(shown)).rejects.toMatchObject({ code: 'list/changed-meanwhile' });
    await expect(confirm([])).rejects.toMatchObject({ code: 'list/changed-meanwhile' });
    expect((await store.find(takeOverBatches, { where: { school: at.school } })).items).toEqual([]);
  });

  it('records once when the button is pressed twice, also at the same time', async () => {
    await settle(at.students[0]!);
    const shown = shownRows((await list()).rows);
    await Promise.all([confirm(shown), confirm(shown)]);
    await confirm(shown);
    expect((await store.find(takeOverBatches, { where: { school: at.school } })).items).toHaveLength(1);
    const { items } = await store.find(auditEntries, { where: { school: at.school, actor: at.teacher } });
    expect(items.map(({ action }) => action)).toEqual(['take-over/confirmed']);
  });

  it('takes a withdrawn grade off the list', async () => {
    await settle(at.students[0]!);
    await settle(at.students[1]!);
    await confirm();
    await settle(at.students[0]!, { revision: 2, course: await aCourse(store, at) });
    const shown = shownRows((await list()).rows);
    expect((await list()).rows.map(({ mark }) => mark)).toEqual(['withdrawn', 'same']);
    await confirm(shown);
    expect((await list()).rows.map(({ mark }) => mark)).toEqual(['same']);
    await expect(confirm(shown)).resolves.toBeUndefined();
  });
});
