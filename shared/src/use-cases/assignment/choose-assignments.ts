import type { Activity, Assignment, Counting } from '../../domain/activity/assignment.js';
import type { Course } from '../../domain/activity/assignment.js';
import { aimsOf, kindOf } from '../../domain/activity/kind-of.js';
import { leerwegen } from '../../domain/pta/pta.js';
import { naturalId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { activities, assignments, courses } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, put, type Store, type Stored, type Write } from '../../store/port.js';
import { componentsFor, type CountingComponent } from '../pta/find-adopted-pta.js';
import { kindsOffFor } from '../school/kind-offerings.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface ChosenAssignment {
  assignment: string;
  dueOn?: string;
  /** Line and code of a PTA component; absent = formative. */
  component?: { line: string; code: string };
}

export interface AssignmentsToChoose {
  school: string;
  course: string;
  by: string;
  /** Of the visit: the same choice made twice in it, by a double click or the back button, is one. */
  visit: string;
  chosen: readonly ChosenAssignment[];
  /** For an assignment behind a link that stands in the course already. */
  resourceLink?: string;
}

export interface MadeActivity {
  id: string;
  activity: Activity;
}

/**
 * Makes an activity of each chosen assignment, all or none. Something counts for the school exam only when its component is in an adopted PTA of the
 * course's cohort and leerweg: otherwise Problem `grade/cohort-unknown` or `pta/component-unknown`, before anything is stored. So too without an aim
 * (`activity/no-aim`), and when the school doesn't do this kind for the leerweg this year (`activity/kind-off`).
 */
export async function chooseAssignments(deps: Deps, input: AssignmentsToChoose): Promise<MadeActivity[]> {
  const { store } = deps;
  const { school } = input;
  const now = deps.now();
  const course = await store.get(courses, { school, id: input.course });
  if (!course) throw new Problem('request/not-found', { course: input.course });
  const components = await componentsOfCourse(store, course, now);
  const made: MadeActivity[] = [];
  for (const [place, chosen] of input.chosen.entries()) {
    const assignment = await store.get(assignments, { school, id: chosen.assignment });
    if (!assignment) throw new Problem('request/not-found', { assignment: chosen.assignment });
    await insistOnKind(deps, course, assignment);
    made.push({
      id: naturalId('activity', input.visit, String(place), JSON.stringify(chosen)),
      activity: toActivity(assignment, chosen, countingFor(course, chosen, components), input, now),
    });
  }
  return decideAgain(async () => {
    const known = await Promise.all(made.map(({ id }) => store.get(activities, { school, id })));
    const added = made.filter((_, place) => known[place] === undefined);
    await store.commit(added.flatMap(({ id, activity }) => writesOf(school, id, activity)));
    return made;
  });
}

/** Out-of-school learning has an aim, and is of a kind that the school does. */
async function insistOnKind(
  deps: Deps,
  course: Stored<Course, 'school'>,
  assignment: Stored<Assignment, 'school'>,
): Promise<void> {
  if (aimsOf(assignment).length === 0) throw new Problem('activity/no-aim', { assignment: assignment.id });
  const kind = kindOf(assignment);
  if ((await kindsOffFor(deps, course)).includes(kind))
    throw new Problem('activity/kind-off', { assignment: assignment.id, kind });
}

/** What grades of this course can count for; empty until its teacher has said for whom it is. */
export async function componentsOfCourse(
  store: Store,
  course: Stored<Course, 'school'>,
  at: Date,
): Promise<CountingComponent[]> {
  const leerweg = leerwegen.find((each) => each === course.leerweg);
  if (!course.cohort || !leerweg) return [];
  return componentsFor(store, course.school, { cohort: course.cohort, leerweg, at });
}

/** What it counts for: a component of the adopted PTA, or nothing. */
export function countingFor(
  course: Course,
  { component: wanted }: Pick<ChosenAssignment, 'component'>,
  components: readonly CountingComponent[],
): Counting {
  if (!wanted) return { kind: 'formative' };
  if (!course.cohort || !course.leerweg) throw new Problem('grade/cohort-unknown');
  const found = components.find(({ line, component }) => line === wanted.line && component.code === wanted.code);
  if (!found) throw new Problem('pta/component-unknown', wanted);
  return { kind: 'pta', line: found.line, code: found.component.code, scale: found.component.scale };
}

function toActivity(
  source: Stored<Assignment, 'school'>,
  chosen: ChosenAssignment,
  counting: Counting,
  input: AssignmentsToChoose,
  now: Date,
): Activity {
  const { title, task, safety, elective, subtasks, evidence, rubric, hours } = source;
  const [kind, aims] = [kindOf(source), [...aimsOf(source)]];
  return {
    course: input.course,
    assignment: source.id,
    ...{ title, task, safety, subtasks, evidence, rubric, hours, kind, aims },
    ...(elective && { elective }),
    ...(chosen.dueOn && { dueOn: chosen.dueOn }),
    counting,
    ...(input.resourceLink && { resourceLink: input.resourceLink }),
    madeBy: input.by,
    madeAt: now.toISOString(),
  };
}

function writesOf(school: string, id: string, activity: Activity): Write[] {
  const fact = { at: activity.madeAt, actor: activity.madeBy, action: 'activity/made', object: `activities/${id}` };
  return [put(activities, { school, id }, activity, 0), audit(school, fact)];
}
