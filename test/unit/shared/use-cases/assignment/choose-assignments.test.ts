import { beforeEach, describe, expect, it } from '@jest/globals';
import { activities, courses } from '@buitenboord/shared/store/collections.js';
import { change, type Store } from '@buitenboord/shared/store/port.js';
import {
  chooseAssignments,
  type ChosenAssignment,
} from '@buitenboord/shared/use-cases/assignment/choose-assignments.js';
import { setCounting } from '@buitenboord/shared/use-cases/assignment/set-counting.js';
import { settleGrade } from '@buitenboord/shared/use-cases/grade/settle-grade.js';
import { fixedClock } from '../../../../support/fixed-clock.js';
import { anAdoptedPta } from '../../../../support/adopted-pta.js';
import { aComponent } from '../../../../support/pta.js';
import { aSchool, type StandingSchool } from '../../../../support/school.js';
import { openTestStore } from '../../../../support/test-store.js';

const now = fixedClock('2026-06-10T12:00:00.000Z');
let store: Store;
let at: StandingSchool;
let line: string;

beforeEach(async () => {
  store = await openTestStore();
  at = await aSchool(store);
  line = await anAdoptedPta(store, at.school, [aComponent({ code: 'SE2' }), aComponent({ code: 'VE1', scale: 'met' })]);
  await courseIs({ cohort: '2024', leerweg: 'kb' });
});

async function courseIs(fields: { cohort?: string; leerweg?: 'kb' | 'bb' }): Promise<void> {
  const course = await store.get(courses, { school: at.school, id: at.course });
  await store.commit([change(courses, course!, { cohort: undefined, leerweg: undefined, ...fields })]);
}

const choose = (...chosen: ChosenAssignment[]) =>
  chooseAssignments({ store, now }, { school: at.school, course: at.course, by: at.teacher, visit: 'v1', chosen });
const all = async () => (await store.find(activities, { where: { school: at.school, course: at.course } })).items;

describe('choosing assignments for a course', () => {
  it('makes an activity of each, with what it counts for [pta.graded-points-to-component]', async () => {
    const made = await choose(
      { assignment: at.assignment, component: { line, code: 'SE2' }, dueOn: '2026-06-20' },
      { assignment: at.assignment, component: { line, code: 'VE1' } },
      { assignment: at.assignment },
    );
    expect(made.map(({ activity }) => activity.counting)).toEqual([
      { kind: 'pta', line, code: 'SE2', scale: 'number' },
      { kind: 'pta', line, code: 'VE1', scale: 'met' },
      { kind: 'formative' },
    ]);
    expect(made[0]?.activity.dueOn).toBe('2026-06-20');
  });

  it('makes none when one of them can’t count', async () => {
    const before = (await all()).length;
    const chosen = choose(
      { assignment: at.assignment },
      { assignment: at.assignment, component: { line, code: 'SE9' } },
    );
    await expect(chosen).rejects.toMatchObject({ code: 'pta/component-unknown' });
    expect(await all()).toHaveLength(before);
  });

  it('counts nothing in a course that hasn’t said for whom it is', async () => {
    await courseIs({});
    await expect(choose({ assignment: at.assignment, component: { line, code: 'SE2' } })).rejects.toMatchObject({
      code: 'grade/cohort-unknown',
    });
    expect(await choose({ assignment: at.assignment })).toHaveLength(1);
  });

  it('takes no component of the PTA of another leerweg', async () => {
    await courseIs({ cohort: '2024', leerweg: 'bb' });
    await expect(choose({ assignment: at.assignment, component: { line, code: 'SE2' } })).rejects.toMatchObject({
      code: 'pta/component-unknown',
    });
  });

  it('makes nothing twice when the same choice comes again', async () => {
    const before = (await all()).length;
    const chosen = { assignment: at.assignment, component: { line, code: 'SE2' } };
    const [one, other] = await Promise.all([choose(chosen), choose(chosen)]);
    expect(one.map(({ id }) => id)).toEqual(other.map(({ id }) => id));
    expect(await all()).toHaveLength(before + 1);
  });

  it('finds no assignment of another school', async () => {
    const other = await aSchool(store, { issuer: 'https://other.example' });
    await expect(choose({ assignment: other.assignment })).rejects.toMatchObject({ code: 'request/not-found' });
  });
});

describe('what an activity counts for', () => {
  it('can be said later, until a grade is settled', async () => {
    const [made] = await choose({ assignment: at.assignment });
    const input = { school: at.school, activity: made!.id, by: at.teacher, component: { line, code: 'SE2' } };
    expect(await setCounting({ store, now }, input)).toMatchObject({ kind: 'pta', code: 'SE2' });
    await settleGrade(
      { store, now },
      {
        ...input,
        student: at.students[0]!,
        attempt: 1,
        value: { kind: 'tenths', tenths: 70 },
        remark: '',
        reason: '',
        seenRevision: 0,
      },
    );
    await expect(setCounting({ store, now }, { ...input, component: { line, code: 'VE1' } })).rejects.toMatchObject({
      code: 'grade/counting-has-grades',
    });
    // The same again is no change.
    expect(await setCounting({ store, now }, input)).toMatchObject({ code: 'SE2' });
  });
});
