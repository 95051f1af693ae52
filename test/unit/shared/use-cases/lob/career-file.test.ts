import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CareerCondition, CareerEntry } from '@buitenboord/shared/domain/lob/career-entry.js';
import { activities, auditEntries, careerEntries, settledGrades } from '@buitenboord/shared/store/collections.js';
import { change, type Store } from '@buitenboord/shared/store/port.js';
import { nameCompany } from '@buitenboord/shared/use-cases/company/name-company.js';
import { settleGrade } from '@buitenboord/shared/use-cases/grade/settle-grade.js';
import { beginningOf } from '@buitenboord/shared/use-cases/lob/beginning-of.js';
import { donePlacements } from '@buitenboord/shared/use-cases/lob/done-placements.js';
import { findCareerOfActivity, withoutReflection } from '@buitenboord/shared/use-cases/lob/find-career-of-activity.js';
import type { FileOwner } from '@buitenboord/shared/use-cases/lob/find-entry.js';
import { approveEntry, closeEntry, waiveCondition } from '@buitenboord/shared/use-cases/lob/judge-entry.js';
import { keepStudentNotes, keepTeacherNotes } from '@buitenboord/shared/use-cases/lob/keep-conversation.js';
import { beginEntry, keepEntry, withdrawEntry, type NewEntry } from '@buitenboord/shared/use-cases/lob/keep-entry.js';
import { viewCareerFile, viewSharedFile } from '@buitenboord/shared/use-cases/lob/view-career-file.js';
import { enterBirthDate } from '@buitenboord/shared/use-cases/placement/birth-dates.js';
import { savePlan } from '@buitenboord/shared/use-cases/placement/save-plan.js';
import { fixedClock, type FixedClock } from '../../../../support/fixed-clock.js';
import { aPlanWanted } from '../../../../support/plans.js';
import { aDay } from '../../../../support/schedules.js';
import { aSchool, type StandingSchool } from '../../../../support/school.js';
import { openTestStore } from '../../../../support/test-store.js';

let store: Store;
let now: FixedClock;
let at: StandingSchool;
let owner: FileOwner;
beforeEach(async () => {
  store = await openTestStore();
  now = fixedClock('2026-05-04T09:00:00Z');
  at = await aSchool(store);
  owner = { school: at.school, student: at.students[0]! };
});
afterEach(() => store.close());

const deps = () => ({ store, now });
const aBeginning: NewEntry = {
  kind: 'shadowDay',
  title: 'Een dag mee',
  place: 'Metaalwerk',
  outsideSchool: true,
  isAssignment: true,
  motivation: 'Ik wil het zien.',
  aim: 'Weten of het wat is.',
};
const begin = async (fields: Partial<NewEntry> = {}) =>
  (await beginEntry(deps(), owner, { ...aBeginning, ...fields })).id;
const stored = async (id: string) => (await store.get(careerEntries, { school: at.school, id }))!;
const talk = (entry: string, moment: 'before' | 'after', nextStep = 'Bellen.') =>
  keepTeacherNotes(deps(), owner, at.teacher, { entry, moment, heldOn: '2026-05-01', notes: 'Goed.', nextStep });
const waive = (entry: string, condition: CareerCondition, reason = 'Het kan hier niet anders.') =>
  waiveCondition(deps(), owner, { teacher: at.teacher, entry, condition, reason });
const approve = (entry: string) => approveEntry(deps(), owner, { teacher: at.teacher, entry });
async function write(id: string, fields: Partial<CareerEntry> = {}) {
  const { title, place, motivation, aim, sharedWith } = await stored(id);
  await keepEntry(deps(), owner, id, {
    ...{ title, place, motivation, aim, sharedWith },
    answers: [{ question: 'wentWell', answer: 'Het meten.' }],
    happenedOn: '2026-05-03',
    results: 'Een hek gemeten.',
    evaluation: 'Leuk.',
    conclusion: 'Stage vragen.',
    ...fields,
  });
}
const actions = async () =>
  (await store.find(auditEntries, { where: { school: at.school }, limit: 500 })).items.map(({ action }) => action);

describe('a career assignment', () => {
  it('begins only when a teacher agrees, and she only when nothing is missing', async () => {
    const id = await begin({ motivation: '' });
    await expect(approve(id)).rejects.toMatchObject({
      code: 'career/not-yet',
      facts: { entry: id, missing: 'motivation talkBefore' },
    });
    await write(id, { motivation: 'Om te zien.' });
    await talk(id, 'before');
    await approve(id);
    await approve(id);
    expect((await stored(id)).approved).toEqual({ by: at.teacher, at: '2026-05-04T09:00:00.000Z' });
    expect(await actions()).toEqual(['career-entry/begun', 'career-conversation/kept', 'career-entry/approved']);
  });

  it('is closed after both talks, and then nobody writes in it', async () => {
    const id = await begin();
    await talk(id, 'before');
    await approve(id);
    await write(id);
    await expect(closeEntry(deps(), owner, id)).rejects.toMatchObject({ facts: { missing: 'talkAfter' } });
    await talk(id, 'after');
    await closeEntry(deps(), owner, id);
    const refused = { code: 'career/closed', facts: { entry: id } };
    await expect(write(id)).rejects.toMatchObject(refused);
    await expect(talk(id, 'after')).rejects.toMatchObject(refused);
    await expect(waive(id, 'otherKind')).rejects.toMatchObject(refused);
  });

  it('goes without a condition that a teacher let go, with the first reason kept', async () => {
    const id = await begin({ outsideSchool: false });
    const [view] = await viewCareerFile(deps(), owner);
    expect(view).toMatchObject({ step: 'choose', missing: ['outsideSchool', 'talkBefore', 'approval'] });
    expect(view?.waivable).toEqual(['outsideSchool', 'motivatedBefore']);
    await waive(id, 'outsideSchool', 'De beurs was in de aula.');
    await waive(id, 'outsideSchool', 'Een andere reden.');
    await waive(id, 'motivatedBefore');
    await approve(id);
    expect((await stored(id)).waived).toMatchObject([
      { condition: 'outsideSchool', reason: 'De beurs was in de aula.', by: at.teacher },
      { condition: 'motivatedBefore' },
    ]);
    expect((await actions()).filter((action) => action === 'career-entry/condition-waived')).toHaveLength(2);
  });

  it('is no teacher’s to judge while the student keeps it to herself', async () => {
    const id = await begin();
    await write(id, { sharedWith: 'nobody' });
    for (const judging of [() => approve(id), () => waive(id, 'otherKind'), () => talk(id, 'before')])
      await expect(judging()).rejects.toMatchObject({ code: 'request/not-found' });
    expect(await viewSharedFile(deps(), owner)).toEqual([]);
    expect(await actions()).toEqual(['career-entry/begun', 'career-entry/hidden']);
  });
});

describe('a talk', () => {
  it('is a record of both, whoever writes last', async () => {
    const id = await begin();
    await talk(id, 'before', 'Bellen.');
    const told = { entry: id, moment: 'before' as const, heldOn: '2026-05-02', notes: 'Ik ga bellen.', nextStep: '' };
    await keepStudentNotes(deps(), owner, told);
    const [view] = await viewCareerFile(deps(), owner);
    expect(view?.conversations).toMatchObject([
      { teacher: at.teacher, teacherNotes: 'Goed.', studentNotes: 'Ik ga bellen.', nextStep: 'Bellen.' },
    ]);
  });

  it('that only the student wrote about wasn’t held yet', async () => {
    const id = await begin();
    const told = { entry: id, moment: 'before' as const, heldOn: '2026-05-02', notes: 'Ik vraag dit.', nextStep: '' };
    await keepStudentNotes(deps(), owner, told);
    await expect(approve(id)).rejects.toMatchObject({ facts: { missing: 'talkBefore' } });
  });
});

describe('an experience that has happened', () => {
  it('is closed on the Dutch day it was, and not before', async () => {
    const id = await begin({ isAssignment: false });
    await write(id, { happenedOn: '2026-05-05' });
    await expect(closeEntry(deps(), owner, id)).rejects.toMatchObject({ facts: { missing: 'happenedOn' } });
    // In the Netherlands it is half past midnight of the next day.
    now.advance(13.5 * 60 * 60_000);
    await closeEntry(deps(), owner, id);
    expect((await stored(id)).closedAt).toBe('2026-05-04T22:30:00.000Z');
  });
});

describe('the entry of an activity', () => {
  const activity = async () => (await store.get(activities, { school: at.school, id: at.activity }))!;
  const askReflection = async () => store.commit([change(activities, await activity(), { aims: ['career'] })]);

  it('is one, and can be begun anew when it was taken out', async () => {
    const first = await begin({ activity: at.activity });
    expect(await begin({ activity: at.activity, title: 'Nog eens' })).toBe(first);
    expect((await stored(first)).title).toBe(aBeginning.title);
    await withdrawEntry(deps(), owner, first);
    expect(await begin({ activity: at.activity, title: 'Nog eens' })).toBe(first);
    expect((await stored(first)).title).toBe('Nog eens');
    expect((await stored(first)).withdrawnAt).toBeUndefined();
  });

  it('begins with what the activity knows', async () => {
    const company = { name: 'Van Beek Metaal', contactName: 'Piet', contactEmail: 'piet@vanbeek.example' };
    await nameCompany(deps(), {
      school: at.school,
      activity: at.activity,
      students: [owner.student],
      by: at.teacher,
      company,
    });
    await store.commit([change(activities, await activity(), { kind: 'careerAssignment' })]);
    const { title } = await activity();
    const begun = { kind: 'other', title, place: 'Van Beek Metaal', isAssignment: true };
    expect(await beginningOf(store, await activity(), owner.student)).toEqual({ entry: undefined, begun });
    const id = await begin({ activity: at.activity });
    expect(await beginningOf(store, await activity(), owner.student)).toEqual({ entry: id, begun });
  });

  it('closes an activity that is for one’s career by its reflection, and no other way [lob.closed-with-reflection]', async () => {
    const look = async () => findCareerOfActivity(store, await activity(), owner.student);
    const rows = at.students.map((student) => ({ student }));
    expect(await look()).toBeUndefined();
    expect(await withoutReflection(store, await activity(), rows)).toEqual(new Set());
    await askReflection();
    expect(await look()).toEqual({ entry: undefined, isReflected: false });
    const id = await begin({ activity: at.activity });
    expect(await look()).toEqual({ entry: id, isReflected: false });
    await write(id);
    expect(await look()).toEqual({ entry: id, isReflected: true });
    expect(await withoutReflection(store, await activity(), rows)).toEqual(new Set([at.students[1]]));
    await withdrawEntry(deps(), owner, id);
    expect(await look()).toEqual({ entry: undefined, isReflected: false });
  });
});

describe('where a student worked', () => {
  const placed = async () => {
    const company = { name: 'Van Beek Metaal', contactName: 'Piet', contactEmail: 'piet@vanbeek.example' };
    await nameCompany(deps(), {
      school: at.school,
      activity: at.activity,
      students: [owner.student],
      by: at.teacher,
      company,
    });
  };

  it('counts once days are over, with the hours that were planned until today', async () => {
    await placed();
    expect(await donePlacements(deps(), owner)).toEqual([]);
    const activity = (await store.get(activities, { school: at.school, id: at.activity }))!;
    const days = [aDay('2026-05-11', '09:00', '15:00'), aDay('2026-05-12', '09:00', '15:00')];
    const { school, student } = owner;
    await enterBirthDate(deps(), { school, student, bornOn: '2009-01-01', by: at.teacher });
    const wanted = aPlanWanted({ days });
    await savePlan(deps(), { activity, student: owner.student }, { wanted, by: at.teacher });
    expect(await donePlacements(deps(), owner)).toEqual([]);
    now.advance(7 * 24 * 60 * 60_000);
    const [first] = await donePlacements(deps(), owner);
    expect(first).toMatchObject({ company: 'Van Beek Metaal', hoursAre: 'planned' });
    expect(first?.days).toEqual({ first: '2026-05-11', last: '2026-05-11', count: 1 });
    expect(JSON.stringify(first)).not.toMatch(/Piet|vanbeek\.example/u);
  });

  it('counts once it was settled, with the hours it was meant for', async () => {
    await placed();
    const { hours } = (await store.get(activities, { school: at.school, id: at.activity }))!;
    await settleGrade(deps(), {
      ...{ school: at.school, activity: at.activity, student: owner.student, attempt: 1, by: at.teacher },
      ...{ value: { kind: 'met', met: true }, remark: '', reason: '', seenRevision: 0 },
    });
    expect((await store.find(settledGrades, { where: { school: at.school } })).items).toHaveLength(1);
    expect(await donePlacements(deps(), owner)).toMatchObject([{ hours, hoursAre: 'meant', days: undefined }]);
  });
});
