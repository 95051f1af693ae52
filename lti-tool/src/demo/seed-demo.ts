import { electives } from '@buitenboord/shared/domain/programme/electives.js';
import { grantRoles } from '@buitenboord/shared/domain/people/person.js';
import { schoolYearOf, dutchDay } from '@buitenboord/shared/domain/pta/school-year.js';
import { naturalId } from '@buitenboord/shared/ids.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { Problem } from '@buitenboord/shared/problem.js';
import { courses, platforms } from '@buitenboord/shared/store/collections.js';
import { put, type Store } from '@buitenboord/shared/store/port.js';
import { chooseAssignments } from '@buitenboord/shared/use-cases/assignment/choose-assignments.js';
import { makeAssignment } from '@buitenboord/shared/use-cases/assignment/make-assignment.js';
import { chooseRounding } from '@buitenboord/shared/use-cases/grade/choose-rounding.js';
import { rememberPerson } from '@buitenboord/shared/use-cases/people/remember-person.js';
import { adoptPta } from '@buitenboord/shared/use-cases/pta/adopt-pta.js';
import { draftPta } from '@buitenboord/shared/use-cases/pta/draft-pta.js';
import { sayOfferings } from '@buitenboord/shared/use-cases/programme/offerings.js';
import { setCourseScope } from '@buitenboord/shared/use-cases/pta/set-course-scope.js';
import { giveGrant } from '@buitenboord/shared/use-cases/school/grant-role.js';
import { seedCareer } from './demo-career.js';
import { demoAssignments } from './demo-assignments.js';
import { demoPta } from './demo-pta.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface DemoPlace {
  school: string;
  /** The practice LMS, registered. */
  clientId: string;
  issuer: string;
  deployment: string;
  /** The course in the LMS that gets the first assignment. */
  context: { id: string; title: string };
  /** The LMS's id of the person who administers the school. */
  administrator: string;
  /** Whose career file has something in it, and the teacher she talked with. */
  student: string;
  teacher: string;
}

export interface SeededActivity {
  id: string;
  title: string;
  code: string;
}

const actor = 'demo';

/**
 * What a newcomer finds: three worked examples in the bank, an adopted PTA, a school that has chosen how it rounds, a course that knows for whom it is, an administrator with her rights,
 * and one assignment for the course. All through the same use cases as everything else.
 */
export async function seedDemo(deps: Deps, place: DemoPlace): Promise<SeededActivity> {
  const { store } = deps;
  const { school } = place;
  const platform = naturalId(place.issuer, place.clientId);
  if (!(await store.get(platforms, { id: platform }))) throw new Problem('launch/unknown-platform', { platform });
  const ids = [];
  for (const assignment of demoAssignments) ids.push(await makeAssignment(deps, school, actor, assignment));
  const pta = demoPta(schoolYearOf(dutchDay(deps.now())));
  await chooseRounding(deps, { school, actor, regime: 'viaOneDecimal' });
  const drafted = await draftPta(deps, { school, actor, outline: pta });
  await adoptPta(deps, { school, actor, id: drafted.id });
  const course = naturalId('course', platform, place.context.id);
  await store.commit([
    put(
      courses,
      { school, id: course },
      {
        platform,
        deployment: place.deployment,
        context: place.context.id,
        title: place.context.title,
        label: '3B',
        scopes: [],
      },
      0,
    ),
  ]);
  await setCourseScope(deps, { school, actor, course, scope: { cohort: pta.cohort, leerweg: pta.leerweg } });
  await grantEverything(deps, place);
  const offerings = electives.map(({ sloId: elective }) => ({ elective, offered: true, suitsPractice: true }));
  await sayOfferings(deps, { school, actor, offerings });
  const student = await personOf(deps, place, place.student);
  await seedCareer(deps, { school, student }, await personOf(deps, place, place.teacher));
  const component = { line: drafted.line, code: 'SE2' };
  const chosen = [{ assignment: ids[0] ?? '', dueOn: inDays(deps.now(), 14), component }];
  const [made] = await chooseAssignments(deps, { school, course, by: actor, visit: actor, chosen });
  if (!made) throw new Problem('launch/assignment-gone');
  return { id: made.id, title: made.activity.title, code: component.code };
}

async function grantEverything(deps: Deps, place: DemoPlace): Promise<void> {
  const person = await personOf(deps, place, place.administrator);
  for (const role of grantRoles) await giveGrant(deps, { school: place.school, person, role, actor });
}

/** Somebody of the practice LMS, before she ever came in; answers our id. */
async function personOf({ store, now }: Deps, { school, issuer }: DemoPlace, subject: string): Promise<string> {
  const person = await rememberPerson(store, { school, issuer, subject }, {}, now().toISOString());
  await store.commit(person.writes);
  return person.id;
}

function inDays(now: Date, days: number): string {
  return dutchDay(new Date(now.getTime() + days * 24 * 60 * 60_000));
}
