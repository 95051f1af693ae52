import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PlanWanted } from '@buitenboord/shared/domain/placement/placement-plan.js';
import { activities, auditEntries, birthDates, placementPlans } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { birthOf, enterBirthDate, forgetBirthDates } from '@buitenboord/shared/use-cases/placement/birth-dates.js';
import { acceptWarnings, savePlan } from '@buitenboord/shared/use-cases/placement/save-plan.js';
import { viewPlan, type PlanPlace } from '@buitenboord/shared/use-cases/placement/view-plan.js';
import { fixedClock, type FixedClock } from '../../../../support/fixed-clock.js';
import { aPlanWanted } from '../../../../support/plans.js';
import { aDay, monday } from '../../../../support/schedules.js';
import { anActivity, aSchool, type StandingSchool } from '../../../../support/school.js';
import { openTestStore } from '../../../../support/test-store.js';

const sunday = '2026-05-17';
const dayMs = 24 * 60 * 60_000;

let store: Store;
let now: FixedClock;
let at: StandingSchool;
let place: PlanPlace;
beforeEach(async () => {
  store = await openTestStore();
  now = fixedClock('2026-05-04T09:00:00Z');
  at = await aSchool(store);
  place = await placeAt(at.activity);
});
afterEach(() => store.close());

async function placeAt(activity: string): Promise<PlanPlace> {
  const found = await store.get(activities, { school: at.school, id: activity });
  return { activity: found!, student: at.students[0]! };
}
const born = (bornOn: string) =>
  enterBirthDate({ store, now }, { school: at.school, student: at.students[0]!, bornOn, by: at.teacher });
const save = (fields: Partial<PlanWanted> = {}, where = place) =>
  savePlan({ store, now }, where, { wanted: aPlanWanted(fields), by: at.teacher });
const view = () => viewPlan({ store, now }, place);
const kept = async () => (await store.find(placementPlans, { where: { school: at.school } })).items;
const accept = (seen: number) =>
  acceptWarnings({ store, now }, place, { by: 'approver', reason: 'Het is een markt, ouders akkoord.', seen });
const audited = async () =>
  (await store.find(auditEntries, { where: { school: at.school }, limit: 500 })).items.map(({ action }) => action);

describe('saving a plan', () => {
  it('keeps one that no rule is against, with who and when, in the audit trail', async () => {
    await born('2010-01-01');
    expect(await save()).toEqual({ kind: 'saved' });
    expect(await kept()).toMatchObject([{ student: at.students[0], savedBy: at.teacher, accepted: [] }]);
    expect((await view()).judged).toMatchObject({ standing: 'agreed', findings: [] });
    expect(await audited()).toEqual(['birth-date/entered', 'plan/saved']);
  });

  it('keeps nothing of one that is forbidden, and proposes the nearest that isn’t', async () => {
    await born('2011-01-01');
    const outcome = await save({ days: [aDay(monday, '08:00', '16:30')] });
    expect(outcome).toMatchObject({
      kind: 'forbidden',
      findings: [{ rule: 'safety.day.under-16' }],
      proposal: [aDay(monday, '08:00', '15:30')],
    });
    expect(await kept()).toEqual([]);
    expect(await save({ days: [aDay(monday, '08:00', '15:30')] })).toEqual({ kind: 'saved' });
  });

  it('judges a student without a date of birth as the youngest of her year', async () => {
    expect((await view()).birth).toMatchObject({ isAssumed: true, yearLevel: undefined });
    expect(await save()).toMatchObject({ kind: 'forbidden', findings: [{ rule: 'safety.no-work.under-13' }] });
  });

  it('checks tasks at each age the student has in it', async () => {
    await born('2010-05-12');
    const days = [aDay(monday), aDay('2026-05-12')];
    const machines = await save({ days, hazards: ['machines'] });
    expect(machines).toMatchObject({ kind: 'forbidden', findings: [{ rule: 'safety.task.machines', on: monday }] });
    expect(await save({ days: days.slice(1), hazards: ['machines'] })).toEqual({ kind: 'saved' });
  });

  it('holds a work-learning track to its limits over all activities of the student', async () => {
    await born('2010-01-01');
    const fields = { kind: 'workLearningTrack', recognition: { number: '1', checkedOn: '2026-05-01' } } as const;
    expect(await save({ kind: 'workLearningTrack' })).toMatchObject({
      kind: 'forbidden',
      findings: [{ rule: 'activity.sbb-recognition' }],
    });
    expect(await save(fields)).toEqual({ kind: 'saved' });
    const other = await placeAt(await anActivity(store, at));
    expect(await save({ ...fields, days: [aDay('2026-05-13')] }, other)).toEqual({ kind: 'saved' });
    expect((await view()).judged?.meters).toMatchObject({ days: { planned: 2 }, minutes: { min: 640 * 60 } });
  });

  it('says which agreement it needs, and that a guardian signs first under 16', async () => {
    await born('2011-01-01');
    await save();
    expect((await view()).judged?.agreement).toMatchObject({
      need: 'required',
      because: ['work'],
      guardianFirst: true,
    });
  });

  it('refuses a student of another course', async () => {
    const stranger = { ...place, student: 'nobody' };
    await expect(save({}, stranger)).rejects.toMatchObject({ code: 'request/not-found' });
  });
});

describe('accepting warnings', () => {
  beforeEach(async () => {
    await born('2010-01-01');
    await save({ days: [aDay(monday), aDay(sunday)] });
  });

  it('lets a plan wait until the safety approver gives a reason, which is kept', async () => {
    expect((await view()).judged?.standing).toBe('waiting');
    const { plan } = await view();
    await accept(plan!.version);
    expect((await view()).judged?.standing).toBe('agreed');
    expect((await view()).plan?.accepted).toMatchObject([
      { rule: 'safety.sunday.16-17', on: sunday, by: 'approver', reason: 'Het is een markt, ouders akkoord.' },
    ]);
    expect((await audited()).at(-1)).toBe('plan/warnings-accepted');
  });

  it('stays when the plan is saved again with the same warning, and waits again with another', async () => {
    await accept((await view()).plan!.version);
    await save({ days: [aDay(sunday)] });
    expect((await view()).judged?.standing).toBe('agreed');
    await save({ days: [aDay(sunday), aDay('2026-05-24')] });
    expect((await view()).judged?.standing).toBe('waiting');
  });

  it('refuses when the plan changed since it was looked at', async () => {
    const { version } = (await view()).plan!;
    await save({ days: [aDay('2026-05-24')] });
    await expect(accept(version)).rejects.toMatchObject({ code: 'plan/changed-meanwhile' });
  });

  it('refuses what a rule forbids, whoever asks: a date of birth that came in later can do that', async () => {
    await accept((await view()).plan!.version);
    await born('2011-01-01');
    expect((await view()).judged?.standing).toBe('forbidden');
    await expect(accept((await view()).plan!.version)).rejects.toMatchObject({ code: 'plan/forbidden' });
  });
});

describe('a date of birth', () => {
  it('is kept once, and corrected, with nothing in the audit trail that tells it', async () => {
    await born('2010-02-03');
    await born('2010-02-03');
    await born('2010-02-04');
    const { items } = await store.find(auditEntries, { where: { school: at.school } });
    expect(items.map(({ action }) => action)).toEqual(['birth-date/entered', 'birth-date/corrected']);
    expect(items.every(({ before, after }) => before === undefined && after === undefined)).toBe(true);
    expect(JSON.stringify(items)).not.toContain('2010-02');
  });

  it('that nobody at a vmbo can have is refused', async () => {
    for (const unlikely of ['2020-01-01', '1990-01-01'])
      await expect(born(unlikely)).rejects.toMatchObject({ code: 'plan/birth-date-unlikely' });
  });

  it('is forgotten after the end of the next school year', async () => {
    await born('2010-02-03');
    const [held] = (await store.find(birthDates, { where: { school: at.school } })).items;
    expect(held?.keepUntil).toBe('2027-07-31');
    now.advance(453 * dayMs);
    expect(now().toISOString().slice(0, 10)).toBe('2027-07-31');
    expect(await forgetBirthDates({ store, now })).toBe(0);
    now.advance(dayMs);
    expect(await forgetBirthDates({ store, now })).toBe(1);
    expect((await birthOf({ store, now }, { ...at, student: at.students[0]! })).isAssumed).toBe(true);
  });
});
