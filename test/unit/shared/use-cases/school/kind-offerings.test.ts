import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { activities, assignments, auditEntries } from '@buitenboord/shared/store/collections.js';
import { put, type Store } from '@buitenboord/shared/store/port.js';
import type { Assignment } from '@buitenboord/shared/domain/activity/assignment.js';
import { newId } from '@buitenboord/shared/ids.js';
import { chooseAssignments } from '@buitenboord/shared/use-cases/assignment/choose-assignments.js';
import { offeringsOf, setOfferings } from '@buitenboord/shared/use-cases/school/kind-offerings.js';
import { fixedClock, type FixedClock } from '../../../../support/fixed-clock.js';
import { anAssignmentRecord } from '../../../../support/records.js';
import { aSchool, type StandingSchool } from '../../../../support/school.js';
import { openTestStore } from '../../../../support/test-store.js';

let store: Store;
let now: FixedClock;
let at: StandingSchool;
beforeEach(async () => {
  store = await openTestStore();
  now = fixedClock('2026-11-10T08:00:00Z');
  at = await aSchool(store);
});
afterEach(() => store.close());

const nothing = { on: [], withAgreement: [] };
const setFor = (kb: Parameters<typeof setOfferings>[1]['kinds']['kb'], schoolYear = '2026-2027') =>
  setOfferings(
    { store, now },
    { school: at.school, schoolYear, by: at.teacher, kinds: { bb: nothing, kb, gl: nothing, tl: nothing } },
  );
async function chooses(fields: Partial<Assignment>) {
  const [school, id] = [at.school, newId()];
  await store.commit([put(assignments, { school, id }, anAssignmentRecord({ madeBy: at.teacher, ...fields }), 0)]);
  const chosen = [{ assignment: id }];
  return chooseAssignments({ store, now }, { school, course: at.course, by: at.teacher, visit: newId(), chosen });
}
const given = async () => (await store.find(activities, { where: { school: at.school }, limit: 500 })).items.length;

describe('the kinds that a school does', () => {
  it('are by school year and leerweg, and the same choice again is no change', async () => {
    const choice = { on: ['hotspot' as const], withAgreement: ['hotspot' as const] };
    await setFor(choice);
    await setFor(choice);
    expect((await offeringsOf(store, at.school, '2026-2027')).kb).toMatchObject({ on: ['hotspot'] });
    expect(await offeringsOf(store, at.school, '2027-2028')).toEqual({});
    const { items } = await store.find(auditEntries, { where: { school: at.school } });
    // One for each leerweg, once.
    expect(items.map(({ action }) => action)).toEqual(Array(4).fill('kinds/set'));
  });

  it('are the only ones that a class can be given [activity.kind-switched-on]', async () => {
    await setFor({ on: ['hotspot'], withAgreement: [] });
    const before = await given();
    await expect(chooses({ kind: 'blockPlacement' })).rejects.toMatchObject({ code: 'activity/kind-off' });
    expect(await given()).toBe(before);
    expect(await chooses({ kind: 'hotspot' })).toMatchObject([{ activity: { kind: 'hotspot' } }]);
  });

  it('of another year or leerweg hinder nobody', async () => {
    await setFor({ on: [], withAgreement: [] }, '2027-2028');
    expect(await chooses({ kind: 'blockPlacement' })).toHaveLength(1);
  });
});

describe('the aims of an activity', () => {
  it('are needed before a class can be given it [activity.aim]', async () => {
    const before = await given();
    await expect(chooses({ aims: [] })).rejects.toMatchObject({ code: 'activity/no-aim' });
    expect(await given()).toBe(before);
    expect(await chooses({ aims: ['career'] })).toMatchObject([{ activity: { aims: ['career'] } }]);
  });

  it('are those of its kind in a record from before there were any', async () => {
    expect(await chooses({})).toMatchObject([{ activity: { kind: 'practiceAssignment', aims: ['apply'] } }]);
  });
});
