import { beforeEach, describe, expect, it } from '@jest/globals';
import { deliveries, dueRows, settledGrades, works } from '@buitenboord/shared/store/collections.js';
import { put, type Store } from '@buitenboord/shared/store/port.js';
import { verifyAuditChain } from '@buitenboord/shared/store/audit-chain.js';
import { workId } from '@buitenboord/shared/domain/evidence/work-id.js';
import type { Activity } from '@buitenboord/shared/domain/activity/assignment.js';
import { giveResit } from '@buitenboord/shared/use-cases/grade/give-resit.js';
import { settleGrade, type GradeToSettle } from '@buitenboord/shared/use-cases/grade/settle-grade.js';
import { activities } from '@buitenboord/shared/store/collections.js';
import { classOverview } from '@buitenboord/shared/use-cases/overview/class-overview.js';
import { fixedClock } from '../../../../support/fixed-clock.js';
import { anAdoptedPta } from '../../../../support/adopted-pta.js';
import { aComponent } from '../../../../support/pta.js';
import { anActivity, aSchool, type StandingSchool } from '../../../../support/school.js';
import { openTestStore } from '../../../../support/test-store.js';

const now = fixedClock('2026-06-10T12:00:00.000Z');
let store: Store;
let at: StandingSchool;
let line: string;

beforeEach(async () => {
  store = await openTestStore();
  at = await aSchool(store);
  line = await anAdoptedPta(store, at.school, [
    aComponent({ code: 'SE2' }),
    aComponent({ code: 'HO1', scale: 'ordinal' }),
  ]);
});

const counting = (code: string, scale: 'number' | 'ordinal'): Partial<Activity> => ({
  counting: { kind: 'pta', line, code, scale },
});
const onSe2 = async () => anActivity(store, at, { ...counting('SE2', 'number'), lineItem: 'https://lms.example/li/1' });

function aGrade(activity: string, fields: Partial<GradeToSettle> = {}): GradeToSettle {
  return {
    school: at.school,
    activity,
    student: at.students[0] ?? '',
    attempt: 1,
    value: { kind: 'tenths', tenths: 74 },
    remark: 'Mooi recht.',
    reason: '',
    by: at.teacher,
    seenRevision: 0,
    ...fields,
  };
}

const revisions = async () => (await store.find(settledGrades, { where: { school: at.school } })).items;
const sent = async () => (await store.find(deliveries, { where: { school: at.school } })).items;

describe('settling a grade', () => {
  it('stores a revision, lets it leave, and chains an audit entry, all in one commit', async () => {
    const activity = await onSe2();
    expect(await settleGrade({ store, now }, aGrade(activity))).toEqual({ revision: 1 });
    expect(await revisions()).toMatchObject([
      { revision: 1, value: { tenths: 74 }, settledBy: at.teacher, component: `pta:${line}:SE2` },
    ]);
    expect(await sent()).toMatchObject([{ state: 'ready', payload: { tenths: 74, remark: 'Mooi recht.' } }]);
    expect((await store.find(dueRows, { where: {} })).items).toHaveLength(1);
    expect(await verifyAuditChain(store, at.school)).toMatchObject({ kind: 'whole' });
  });

  it('changes nothing when it is pressed twice', async () => {
    const activity = await onSe2();
    const pressed = aGrade(activity);
    await Promise.all([settleGrade({ store, now }, pressed), settleGrade({ store, now }, pressed)]);
    expect(await revisions()).toHaveLength(1);
    expect(await sent()).toMatchObject([{ revision: 1 }]);
  });

  it('keeps every revision, and wants a reason for a change', async () => {
    const activity = await onSe2();
    await settleGrade({ store, now }, aGrade(activity));
    const changed = aGrade(activity, { value: { kind: 'tenths', tenths: 78 }, seenRevision: 1 });
    await expect(settleGrade({ store, now }, changed)).rejects.toMatchObject({ code: 'grade/reason-needed' });
    await settleGrade({ store, now }, { ...changed, reason: 'telfout' });
    expect((await revisions()).map(({ revision, value, reason }) => [revision, value, reason])).toEqual([
      [1, { kind: 'tenths', tenths: 74 }, ''],
      [2, { kind: 'tenths', tenths: 78 }, 'telfout'],
    ]);
  });

  it('doesn’t go over what a colleague settled meanwhile', async () => {
    const activity = await onSe2();
    await settleGrade({ store, now }, aGrade(activity));
    const late = aGrade(activity, { value: { kind: 'tenths', tenths: 50 }, seenRevision: 0 });
    await expect(settleGrade({ store, now }, late)).rejects.toMatchObject({ code: 'grade/changed-meanwhile' });
    expect(await revisions()).toHaveLength(1);
  });

  it('has one winner when two teachers settle differently at once', async () => {
    const activity = await onSe2();
    const both = [61, 77].map((tenths) =>
      settleGrade({ store, now }, aGrade(activity, { value: { kind: 'tenths', tenths } })),
    );
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await revisions()).toHaveLength(1);
  });

  it('refuses a value of another scale', async () => {
    const activity = await anActivity(store, at, counting('HO1', 'ordinal'));
    await expect(settleGrade({ store, now }, aGrade(activity))).rejects.toMatchObject({ code: 'grade/wrong-scale' });
  });

  it('sends no word to a column of numbers', async () => {
    const activity = await anActivity(store, at, counting('HO1', 'ordinal'));
    await settleGrade({ store, now }, aGrade(activity, { value: { kind: 'ordinal', judgement: 'G' } }));
    expect(await revisions()).toHaveLength(1);
    expect(await sent()).toEqual([]);
  });

  it('takes a number away when it becomes a word', async () => {
    const activity = await onSe2();
    await settleGrade({ store, now }, aGrade(activity));
    await settleGrade(
      { store, now },
      aGrade(activity, { value: { kind: 'catchUp' }, reason: 'ziek', seenRevision: 1 }),
    );
    expect(await sent()).toMatchObject([{ revision: 2, payload: { tenths: null } }]);
  });

  it('refuses what counts for a component that no adopted PTA has', async () => {
    const activity = await anActivity(store, at, counting('SE9', 'number'));
    await expect(settleGrade({ store, now }, aGrade(activity))).rejects.toMatchObject({
      code: 'pta/component-unknown',
    });
  });

  it('settles a practice assignment as seen, and never as a number [pta.graded-points-to-component]', async () => {
    const activity = await anActivity(store, at, { counting: { kind: 'formative' } });
    await expect(settleGrade({ store, now }, aGrade(activity))).rejects.toMatchObject({ code: 'grade/wrong-scale' });
    await settleGrade({ store, now }, aGrade(activity, { value: { kind: 'met', met: true } }));
    expect(await revisions()).toMatchObject([{ component: `activity:${activity}` }]);
    expect(await sent()).toEqual([]);
  });

  it('closes the student’s work', async () => {
    const activity = await onSe2();
    const student = at.students[0] ?? '';
    const id = workId(activity, student, 1);
    const work = { activity, student, attempt: 1, draft: '', versions: 1, savedAt: now().toISOString() };
    await store.commit([put(works, { school: at.school, id }, { ...work, state: 'handedIn' as const, read: [] }, 0)]);
    await settleGrade({ store, now }, aGrade(activity));
    expect(await store.get(works, { school: at.school, id })).toMatchObject({ state: 'assessed' });
  });

  it('never finds an activity of another school', async () => {
    const activity = await onSe2();
    const other = await aSchool(store, { issuer: 'https://other.example' });
    await expect(settleGrade({ store, now }, aGrade(activity, { school: other.school }))).rejects.toMatchObject({
      code: 'request/not-found',
    });
  });
});

describe('two assignments for one component', () => {
  it('share the grade: a change on one goes to the columns of both, and neither shows another', async () => {
    const [one, other] = [await onSe2(), await onSe2()];
    const student = at.students[0] ?? '';
    await settleGrade({ store, now }, aGrade(one));
    await settleGrade(
      { store, now },
      aGrade(other, { value: { kind: 'tenths', tenths: 81 }, reason: 'tweede werkstuk', seenRevision: 1 }),
    );
    expect((await sent()).map(({ payload }) => payload)).toEqual([
      expect.objectContaining({ tenths: 81 }),
      expect.objectContaining({ tenths: 81 }),
    ]);
    for (const id of [one, other]) {
      const stored = await store.get(activities, { school: at.school, id });
      const row = (await classOverview({ store, now }, stored!)).find((each) => each.student === student);
      expect(row?.grade).toMatchObject({ revision: 2, value: { tenths: 81 } });
    }
  });
});

describe('a resit', () => {
  it('is another attempt; the highest of them goes to the column [grade.resit-highest]', async () => {
    const activity = await onSe2();
    const student = at.students[0] ?? '';
    const stored = await store.get(activities, { school: at.school, id: activity });
    if (!stored) throw new Error('no activity');
    await settleGrade({ store, now }, aGrade(activity, { value: { kind: 'tenths', tenths: 58 } }));
    await giveResit({ store, now }, { activity: stored, student, after: 1, by: at.teacher });
    await giveResit({ store, now }, { activity: stored, student, after: 1, by: at.teacher });
    await settleGrade({ store, now }, aGrade(activity, { attempt: 2, value: { kind: 'tenths', tenths: 52 } }));
    expect((await sent())[0]?.payload).toMatchObject({ tenths: 58 });
    await settleGrade(
      { store, now },
      aGrade(activity, { attempt: 2, value: { kind: 'tenths', tenths: 66 }, reason: 'hertelling', seenRevision: 1 }),
    );
    expect((await sent())[0]?.payload).toMatchObject({ tenths: 66 });
    expect(await revisions()).toHaveLength(3);
  });

  it('is refused where the PTA has none', async () => {
    const other = await anAdoptedPta(store, at.school, [aComponent({ code: 'SE2', resit: false })], { cohort: '2023' });
    const activity = await anActivity(store, at, {
      counting: { kind: 'pta', line: other, code: 'SE2', scale: 'number' },
    });
    const stored = await store.get(activities, { school: at.school, id: activity });
    if (!stored) throw new Error('no activity');
    const given = giveResit(
      { store, now },
      { activity: stored, student: at.students[0] ?? '', after: 1, by: at.teacher },
    );
    await expect(given).rejects.toMatchObject({ code: 'grade/no-resit' });
    const second = settleGrade({ store, now }, aGrade(activity, { attempt: 2 }));
    await expect(second).rejects.toMatchObject({ code: 'grade/no-resit' });
  });
});
