import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cohortEditions, programmeTargets } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { chooseElective } from '@buitenboord/shared/use-cases/coverage/choose-elective.js';
import { courses } from '@buitenboord/shared/store/collections.js';
import { editionOfCohort, listEditions } from '@buitenboord/shared/use-cases/programme/find-edition.js';
import { getElectiveProgramme } from '@buitenboord/shared/use-cases/programme/find-elective-programme.js';
import { importProgramme } from '@buitenboord/shared/use-cases/programme/import-programme.js';
import { fixedClock } from '../../../../support/fixed-clock.js';
import { anEdition, aProgramme, edition, plateWork, sloId } from '../../../../support/programme.js';
import { aSchool } from '../../../../support/school.js';
import { openTestStore } from '../../../../support/test-store.js';

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

const now = fixedClock('2026-06-01T08:00:00.000Z');
const add = (content = aProgramme(), name = edition) => importProgramme({ store, now }, { edition: name, content });
const versions = async () => (await store.find(programmeTargets, { where: {}, limit: 500 })).items;

describe('importing an edition', () => {
  it('stores every unit, subtask and target', async () => {
    expect(await add()).toEqual({
      kind: 'imported',
      added: { units: 1, subtasks: 5, targets: 10 },
      whole: { units: 1, subtasks: 5, targets: 10 },
    });
    const programme = await getElectiveProgramme(store, { elective: plateWork, edition });
    expect(programme).toMatchObject({ edition, tasks: ['Iets maken van plaat.'] });
    expect(programme.subtasks[0]).toMatchObject({
      title: 'Werk voorbereiden',
      officialTitle: 'Voorbeeldzin bij deeltaak 1',
      targets: [{ text: 'Voorbeeldeindterm 1.1' }, { text: 'Voorbeeldeindterm 1.2' }],
    });
  });

  it('changes nothing the second time', async () => {
    await add();
    const before = await versions();
    expect(await add()).toMatchObject({ kind: 'unchanged' });
    expect(await versions()).toEqual(before);
  });

  it('adds to an edition what comes later, such as a second file', async () => {
    const whole = aProgramme();
    await add({ ...whole, targets: [] });
    expect(await add({ units: [], subtasks: [], targets: whole.targets })).toMatchObject({
      added: { units: 0, subtasks: 0, targets: 10 },
      whole: { units: 1, subtasks: 5, targets: 10 },
    });
  });

  it('refuses other content under the same name, whole', async () => {
    await add();
    const changed = aProgramme();
    const targets = changed.targets.map((target, index) => ({ ...target, ...(index === 0 && { text: 'Anders' }) }));
    const extra = { ...targets[1]!, sloId: sloId(500) };
    expect(await add({ ...changed, targets: [...targets, extra] })).toEqual({
      kind: 'refused',
      differing: [targets[0]!.sloId],
    });
    expect(await versions()).toHaveLength(10);
  });

  it('stands beside an earlier edition, which stays as it was', async () => {
    await add();
    const later = aProgramme();
    await add({ ...later, targets: later.targets.slice(0, 4) }, '2027-02-01');
    expect((await listEditions(store)).map(({ id, targets }) => [id, targets])).toEqual([
      ['2027-02-01', 4],
      [edition, 10],
    ]);
    const count = async (name: string) =>
      (await getElectiveProgramme(store, { elective: plateWork, edition: name })).subtasks.flatMap(
        (each) => each.targets,
      ).length;
    expect([await count(edition), await count('2027-02-01')]).toEqual([10, 4]);
  });
});

describe('the edition of a cohort', () => {
  it('is the newest until its first choice, and stays that one [programme.cohort-keeps-edition]', async () => {
    const at = await aSchool(store);
    await anEdition(store);
    const course = (await store.get(courses, { school: at.school, id: at.course }))!;
    const cohort = course.cohort!;
    expect(await editionOfCohort(store, at.school, cohort)).toBe(edition);
    await chooseElective({ store, now }, { actor: at.teacher, course, elective: plateWork, students: at.students });
    await anEdition(store, '2027-02-01');
    expect(await editionOfCohort(store, at.school, cohort)).toBe(edition);
    expect(await editionOfCohort(store, at.school, '2030')).toBe('2027-02-01');
    expect((await store.find(cohortEditions, { where: { school: at.school } })).items).toHaveLength(1);
  });

  it('is none while nothing was imported, and what comes with the product holds', async () => {
    expect(await editionOfCohort(store, 'school', '2025')).toBeUndefined();
    const programme = await getElectiveProgramme(store, { elective: plateWork, edition: undefined });
    expect(programme).toMatchObject({ edition: null, officialCode: '1305' });
  });
});

describe('an elective', () => {
  it('that is known by name only has no subtasks yet', async () => {
    const booglassen = 'a968e63d-caf4-464f-a561-5fde942d84b0';
    expect(await getElectiveProgramme(store, { elective: booglassen, edition: undefined })).toMatchObject({
      title: 'Constructieve aansluitingen en afwerking',
      subtasks: [],
    });
  });

  it('that nobody knows is refused', async () => {
    const unknown = getElectiveProgramme(store, { elective: sloId(9), edition: undefined });
    await expect(unknown).rejects.toMatchObject({ code: 'programme/elective-unknown' });
  });
});
