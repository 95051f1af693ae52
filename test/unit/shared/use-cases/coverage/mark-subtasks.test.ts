import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { auditEntries, courses, subtaskCoverages } from '@buitenboord/shared/store/collections.js';
import { change, type Store } from '@buitenboord/shared/store/port.js';
import { classCoverage } from '@buitenboord/shared/use-cases/coverage/class-coverage.js';
import {
  chooseElective,
  completeElective,
  dropElective,
  reopenElective,
} from '@buitenboord/shared/use-cases/coverage/choose-elective.js';
import { courseCoverage } from '@buitenboord/shared/use-cases/coverage/course-coverage.js';
import { markSubtasks, type Mark } from '@buitenboord/shared/use-cases/coverage/mark-subtasks.js';
import { studentCoverage } from '@buitenboord/shared/use-cases/coverage/student-coverage.js';
import { fixedClock } from '../../../../support/fixed-clock.js';
import { anEdition, plateWork, plateWorkSubtasks, sloId } from '../../../../support/programme.js';
import { aMember, aSchool, type StandingSchool } from '../../../../support/school.js';
import { openTestStore } from '../../../../support/test-store.js';

let store: Store;
let at: StandingSchool;
let sanne: string;
let bram: string;
beforeEach(async () => {
  store = await openTestStore();
  at = await aSchool(store);
  [sanne = '', bram = ''] = at.students;
});
afterEach(() => store.close());

const now = fixedClock('2026-06-10T08:00:00.000Z');
const [first = '', ...others] = plateWorkSubtasks;
const done: Mark = {
  kind: 'done',
  done: { where: 'company', on: '2026-06-09', place: 'Van Beek', shownBy: 'gezien', works: [] },
};
const course = async () => (await store.get(courses, { school: at.school, id: at.course }))!;
const place = async () => ({ actor: at.teacher, course: await course(), elective: plateWork });
const choose = async (students: readonly string[], fields: object = {}) =>
  chooseElective({ store, now }, { ...(await place()), students, ...fields });
const mark = async (each: Mark, cells: readonly (readonly [student: string, subtask: string])[]) =>
  markSubtasks(
    { store, now },
    { ...(await place()), cells: cells.map(([student, subtask]) => ({ student, subtask, mark: each })) },
  );
const view = async () => classCoverage(store, await course(), plateWork);
const kindsOf = async (student: string) =>
  (await view()).students.find((each) => each.student === student)?.coverage.rows.map(({ standing }) => standing.kind);
const stored = async () => (await store.find(subtaskCoverages, { where: { school: at.school } })).items;
const actions = async () =>
  (await store.find(auditEntries, { where: { school: at.school } })).items.map(({ action }) => action);
const leerweg = async (to: 'bb' | 'tl') => store.commit([change(courses, await course(), { leerweg: to })]);

describe('marking subtasks', () => {
  beforeEach(() => choose([sanne, bram]));

  it('says for the whole class where a subtask is done, each with its audit entry', async () => {
    await mark({ kind: 'plan', plan: { kind: 'atCompany' } }, [
      [sanne, first],
      [bram, first],
    ]);
    expect([(await kindsOf(sanne))![0], (await kindsOf(bram))![0]]).toEqual(['plannedAtCompany', 'plannedAtCompany']);
    expect((await actions()).filter((action) => action === 'coverage/plan')).toHaveLength(2);
  });

  it('goes before the plan once it was done, and back to it when that is taken back', async () => {
    await mark({ kind: 'plan', plan: { kind: 'atSchool' } }, [[sanne, first]]);
    await mark(done, [[sanne, first]]);
    expect((await kindsOf(sanne))![0]).toBe('doneAtCompany');
    await mark({ kind: 'undo' }, [[sanne, first]]);
    expect((await kindsOf(sanne))![0]).toBe('plannedAtSchool');
    await mark({ kind: 'undo' }, [[sanne, first]]);
    expect((await kindsOf(sanne))![0]).toBe('notYet');
  });

  it('changes nothing when it says the same again', async () => {
    await mark(done, [[sanne, first]]);
    const before = [await stored(), await actions()];
    now.advance(60_000);
    await mark(done, [[sanne, first]]);
    expect([await stored(), await actions()]).toEqual(before);
  });

  it.each<[string, object, string]>([
    ['without a place', { place: '' }, 'coverage/not-whole'],
    ['without evidence', { shownBy: '' }, 'coverage/not-whole'],
    ['on a day that is still to come', { on: '2026-06-11' }, 'coverage/in-future'],
  ])('is refused whole %s [coverage.date-place-evidence]', async (_why, wrong, code) => {
    const bad: Mark = { kind: 'done', done: { ...done.done, ...wrong } };
    const cells = [
      { student: bram, subtask: first, mark: done },
      { student: sanne, subtask: first, mark: bad },
    ];
    await expect(markSubtasks({ store, now }, { ...(await place()), cells })).rejects.toMatchObject({ code });
    expect(await stored()).toEqual([]);
  });

  it('is refused for who isn’t in the course, and for a subtask of something else', async () => {
    const stranger = await aMember(store, { school: at.school, course: 'other' }, 'student');
    await expect(mark(done, [[stranger, first]])).rejects.toMatchObject({ code: 'request/not-found' });
    await expect(mark(done, [[sanne, sloId(7)]])).rejects.toMatchObject({ code: 'request/not-found' });
    await expect(mark(done, [])).rejects.toMatchObject({ code: 'coverage/nothing-chosen' });
  });
});

describe('completing an elective', () => {
  const complete = async () => completeElective({ store, now }, { ...(await place()), student: sanne });
  beforeEach(() => choose([sanne, bram]));

  it('is refused while a subtask is open, and says which [coverage.every-subtask]', async () => {
    await mark(
      done,
      others.map((subtask) => [sanne, subtask]),
    );
    await mark({ kind: 'plan', plan: { kind: 'notPossibleHere', reason: 'a', elsewhere: 'b' } }, [[sanne, first]]);
    await expect(complete()).rejects.toMatchObject({
      code: 'coverage/open-subtasks',
      facts: { elective: plateWork, open: 'K/PIE/01/01' },
    });
    await mark(done, [[sanne, first]]);
    await complete();
    expect((await view()).students.map(({ choice }) => choice?.state)).toEqual(['completed', 'chosen']);
    expect((await actions()).at(-1)).toBe('coverage/elective-completed');
  });

  it('closes it for marking until it is opened again; choosing it again changes nothing', async () => {
    await mark(
      done,
      plateWorkSubtasks.map((subtask) => [sanne, subtask]),
    );
    await complete();
    await choose([sanne]);
    await expect(mark({ kind: 'undo' }, [[sanne, first]])).rejects.toMatchObject({ code: 'coverage/completed' });
    await reopenElective({ store, now }, { ...(await place()), student: sanne });
    await mark({ kind: 'undo' }, [[sanne, first]]);
    expect((await kindsOf(sanne))![0]).toBe('notYet');
  });
});

describe('who follows an elective', () => {
  const followers = async () => (await view()).students.map(({ student }) => student);

  it('is who a teacher gave it to', async () => {
    await choose([bram]);
    expect(await followers()).toEqual([bram]);
    expect((await view()).others.map(({ student }) => student)).toEqual([sanne]);
  });

  it('is everybody in a course with an assignment of it, but who doesn’t [coverage.choice-over-course]', async () => {
    await store.close();
    store = await openTestStore();
    at = await aSchool(store, { activity: { elective: plateWork, subtasks: [first] } });
    expect(await followers()).toHaveLength(2);
    await dropElective({ store, now }, { ...(await place()), students: [at.students[0]!] });
    expect(await followers()).toEqual([at.students[1]]);
    expect(await courseCoverage(store, await course())).toMatchObject([
      { elective: plateWork, students: 1, done: 0, all: 5, completed: 0 },
    ]);
  });

  it('must be said at which level for a tl student, and a bb student may follow it at kb [programme.bb-may-follow-kb]', async () => {
    await anEdition(store);
    await leerweg('tl');
    await expect(choose([sanne])).rejects.toMatchObject({ code: 'coverage/level-unknown' });
    await leerweg('bb');
    await choose([sanne]);
    await choose([bram], { level: 'kb', plannedDays: 10, plannedHours: 80 });
    // The last subtask isn't for bb.
    expect([(await kindsOf(sanne))!.length, (await kindsOf(bram))!.length]).toEqual([4, 5]);
    await expect(mark(done, [[sanne, others.at(-1)!]])).rejects.toMatchObject({ code: 'request/not-found' });
  });

  it('is refused for who isn’t in the course', async () => {
    await expect(choose(['nobody'])).rejects.toMatchObject({ code: 'request/not-found' });
    await expect(choose([])).rejects.toMatchObject({ code: 'coverage/nothing-chosen' });
  });

  it('shows to the student herself, and to nobody of another elective', async () => {
    await choose([sanne]);
    await mark(done, [[sanne, first]]);
    const [own] = await studentCoverage(store, { school: at.school, student: sanne });
    expect(own).toMatchObject({ programme: { title: 'Plaat- en constructiewerk' }, coverage: { done: 1 } });
    expect(await studentCoverage(store, { school: at.school, student: bram })).toEqual([]);
  });
});
