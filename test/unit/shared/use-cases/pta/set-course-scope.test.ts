import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { courses } from '@buitenboord/shared/store/collections.js';
import { put, type Store } from '@buitenboord/shared/store/port.js';
import { setCourseScope } from '@buitenboord/shared/use-cases/pta/set-course-scope.js';
import { fixedClock } from '../../../../support/fixed-clock.js';
import { aSchool, type StandingSchool } from '../../../../support/school.js';
import { aSettledGrade } from '../../../../support/settled-grades.js';
import { openTestStore } from '../../../../support/test-store.js';

let store: Store;
let at: StandingSchool;
beforeEach(async () => {
  store = await openTestStore();
  at = await aSchool(store);
});
afterEach(() => store.close());

const now = fixedClock('2026-09-10T08:00:00Z');
const say = (cohort: string) =>
  setCourseScope(
    { store, now },
    { school: at.school, actor: at.teacher, course: at.course, scope: { cohort, leerweg: 'bb' } },
  );
const course = async () => (await store.get(courses, { school: at.school, id: at.course }))!;
const settle = () => aSettledGrade(store, at, { student: at.students[0]!, component: 'pta:x:SE1' });

describe('for whom a course is', () => {
  it('can be said, and said anew while no grade was settled', async () => {
    await say('2024');
    await say('2025');
    expect(await course()).toMatchObject({ cohort: '2025', leerweg: 'bb' });
  });

  it('stays as it is once a grade was settled', async () => {
    await say('2025');
    await settle();
    await expect(say('2024')).rejects.toMatchObject({ code: 'pta/scope-has-grades' });
    await expect(say('2025')).resolves.toBeUndefined();
  });

  it('can still be said for the first time after formative grades', async () => {
    const { school, id, version, platform, deployment, context, title, label, scopes } = await course();
    await store.commit([
      put(courses, { school, id }, { platform, deployment, context, title, label, scopes }, version),
    ]);
    await settle();
    await expect(say('2025')).resolves.toBeUndefined();
  });

  it('isn’t said by another school', async () => {
    const other = { school: 'other', actor: 'x', course: at.course, scope: { cohort: '2025', leerweg: 'bb' } as const };
    await expect(setCourseScope({ store, now }, other)).rejects.toMatchObject({ code: 'request/not-found' });
  });
});
