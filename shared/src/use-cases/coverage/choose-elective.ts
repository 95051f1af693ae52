import type { Course } from '../../domain/activity/assignment.js';
import type { StudentElective } from '../../domain/coverage/subtask-coverage.js';
import { mayComplete } from '../../domain/coverage/elective-coverage.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { studentElectives } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, put, type Store, type Stored, type Write } from '../../store/port.js';
import { studentsOfCourse } from '../people/students-of-course.js';
import { fixEdition } from '../programme/find-edition.js';
import { getElectiveProgramme } from '../programme/find-elective-programme.js';
import { classCoverage } from './class-coverage.js';
import { studentElectiveKey } from './coverage-keys.js';

interface Deps {
  store: Store;
  now: Clock;
}

interface Place {
  actor: string;
  course: Stored<Course, 'school'>;
  elective: string;
}

export interface Choice extends Place {
  students: readonly string[];
  /** Absent when it is the leerweg of the course. */
  level?: NonNullable<StudentElective['level']>;
  plannedDays?: number;
  plannedHours?: number;
}

/** Gives students of a course an elective. Whoever completed it before keeps that. Throws `coverage/…`, `request/not-found`. */
export async function chooseElective(deps: Deps, choice: Choice): Promise<void> {
  const { level, plannedDays, plannedHours } = choice;
  const { course } = choice;
  if (!level && (course.leerweg === undefined || course.leerweg === 'tl'))
    throw new Problem('coverage/level-unknown', { course: course.id });
  await getElectiveProgramme(deps.store, { elective: choice.elective, edition: undefined });
  const said = {
    ...(level && level !== course.leerweg && { level }),
    ...(plannedDays !== undefined && { plannedDays }),
    ...(plannedHours !== undefined && { plannedHours }),
  };
  await decide(deps, choice, (before) =>
    before?.state === 'completed' ? undefined : { state: 'chosen', action: 'coverage/elective-chosen', said },
  );
}

/** Says that students don't follow an elective, although their course has it. What was marked stays, for when they do again. */
export async function dropElective(deps: Deps, place: Place & { students: readonly string[] }): Promise<void> {
  await decide(deps, place, () => ({ state: 'dropped', action: 'coverage/elective-dropped' }));
}

/** Says that a student completed an elective: refused with `coverage/open-subtasks`, which names them, while anything is open. */
export async function completeElective(deps: Deps, place: Place & { student: string }): Promise<void> {
  const { student, course, elective } = place;
  const { students } = await classCoverage(deps.store, course, elective);
  const found = students.find((each) => each.student === student);
  if (!found) throw new Problem('request/not-found', { elective });
  const decision = mayComplete(found.coverage);
  if (decision.kind === 'refused') {
    const open = decision.open.map(({ subtask }) => subtask.sloPrefix).join(', ');
    throw new Problem('coverage/open-subtasks', { elective, open });
  }
  await decide(deps, { ...place, students: [student] }, () => ({
    state: 'completed',
    action: 'coverage/elective-completed',
  }));
}

/** Opens an elective that was complete, to mend something. */
export async function reopenElective(deps: Deps, place: Place & { student: string }): Promise<void> {
  await decide(deps, { ...place, students: [place.student] }, (before) =>
    before?.state === 'completed' ? { state: 'chosen', action: 'coverage/elective-reopened' } : undefined,
  );
}

interface Decision {
  state: StudentElective['state'];
  action: string;
  /** What is planned; absent keeps what was. */
  said?: Partial<Pick<StudentElective, 'level' | 'plannedDays' | 'plannedHours'>>;
}

async function decide(
  { store, now }: Deps,
  { actor, course, elective, students }: Place & { students: readonly string[] },
  to: (before: Stored<StudentElective, 'school'> | undefined) => Decision | undefined,
): Promise<void> {
  const { school, cohort } = course;
  if (students.length === 0) throw new Problem('coverage/nothing-chosen');
  await decideAgain(async () => {
    const members = new Set((await studentsOfCourse(store, { school, course: course.id })).map((one) => one.student));
    if (students.some((student) => !members.has(student))) throw new Problem('request/not-found', { elective });
    const at = now().toISOString();
    const writes: Write[] = [];
    for (const student of students) {
      const id = studentElectiveKey(student, elective);
      const before = await store.get(studentElectives, { school, id });
      const decision = to(before);
      if (!decision) continue;
      const { state, action, said = plannedBefore(before) } = decision;
      const record = { student, elective, state, ...said, decidedBy: actor, decidedAt: at };
      writes.push(
        put(studentElectives, { school, id }, record, before?.version ?? 0),
        audit(school, { at, actor, action, object: `studentElectives/${id}`, after: contentHash([state, said]) }),
      );
    }
    if (writes.length === 0) return;
    await store.commit([...(await fixEdition(store, { school, cohort, actor, at })), ...writes]);
  });
}

function plannedBefore(before: StudentElective | undefined): NonNullable<Decision['said']> {
  const { level, plannedDays, plannedHours } = before ?? {};
  return {
    ...(level && { level }),
    ...(plannedDays !== undefined && { plannedDays }),
    ...(plannedHours !== undefined && { plannedHours }),
  };
}
