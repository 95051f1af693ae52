import type { Course } from '../../domain/activity/assignment.js';
import { coverElective, type ElectiveCoverage } from '../../domain/coverage/elective-coverage.js';
import type { CoverageProposal } from '../../domain/coverage/propose-coverage.js';
import { levelOf, subtasksFor, type ElectiveProgramme } from '../../domain/programme/elective-programme.js';
import type { Leerweg } from '../../domain/pta/pta.js';
import { subtaskCoverages, studentElectives } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';
import type { SubtaskCoverage } from '../../domain/coverage/subtask-coverage.js';
import { studentsOfCourse, type StudentOfCourse } from '../people/students-of-course.js';
import { editionOfCohort } from '../programme/find-edition.js';
import { getElectiveProgramme } from '../programme/find-elective-programme.js';
import { proposalsOfCourse } from './proposals-of-course.js';
import { electivesOfAssignments, follows, type StoredChoice } from './who-follows.js';

type StoredCourse = Stored<Course, 'school'>;

export interface CoveredStudent extends StudentOfCourse {
  choice: StoredChoice | undefined;
  /** Undefined while nobody said at which level a tl student follows it. */
  level: Leerweg | undefined;
  coverage: ElectiveCoverage;
}

export interface ClassCoverage {
  programme: ElectiveProgramme;
  students: readonly CoveredStudent[];
  /** In the course, and not following this elective. */
  others: readonly StudentOfCourse[];
  proposals: readonly CoverageProposal[];
}

/** How far the students of a course are with one elective. */
export async function classCoverage(store: Store, course: StoredCourse, elective: string): Promise<ClassCoverage> {
  const { school } = course;
  const edition = await editionOfCohort(store, school, course.cohort);
  const [programme, members, inCourse, choices, coverages] = await Promise.all([
    getElectiveProgramme(store, { elective, edition }),
    studentsOfCourse(store, { school, course: course.id }),
    electivesOfAssignments(store, course),
    choicesFor(store, school, elective),
    coveragesFor(store, school, elective),
  ]);
  const following = members.filter(({ student }) => follows(choices.get(student), inCourse.has(elective)));
  const students = following.map((member): CoveredStudent => {
    const choice = choices.get(member.student);
    const level = levelOf(course.leerweg, choice?.level);
    const subtasks = level ? subtasksFor(programme, level) : [];
    return { ...member, choice, level, coverage: coverElective(subtasks, coverages.get(member.student) ?? []) };
  });
  const proposals = await proposalsOfCourse(store, course, { elective, students, coverages });
  return { programme, students, others: members.filter((member) => !following.includes(member)), proposals };
}

async function choicesFor(store: Store, school: string, elective: string): Promise<Map<string, StoredChoice>> {
  const found = new Map<string, StoredChoice>();
  for await (const choice of store.each(studentElectives, { where: { school, elective } }))
    found.set(choice.student, choice);
  return found;
}

async function coveragesFor(store: Store, school: string, elective: string): Promise<Map<string, SubtaskCoverage[]>> {
  const found = new Map<string, SubtaskCoverage[]>();
  for await (const coverage of store.each(subtaskCoverages, { where: { school, elective } }))
    found.set(coverage.student, [...(found.get(coverage.student) ?? []), coverage]);
  return found;
}
