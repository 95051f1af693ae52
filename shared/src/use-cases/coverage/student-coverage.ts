import { coverElective, type ElectiveCoverage } from '../../domain/coverage/elective-coverage.js';
import type { StudentElective, SubtaskCoverage } from '../../domain/coverage/subtask-coverage.js';
import { levelOf, subtasksFor, type ElectiveProgramme } from '../../domain/programme/elective-programme.js';
import type { Leerweg } from '../../domain/pta/pta.js';
import { courses, enrolments, subtaskCoverages } from '../../store/collections.js';
import type { Store } from '../../store/port.js';
import { editionOfCohort } from '../programme/find-edition.js';
import { getElectiveProgramme } from '../programme/find-elective-programme.js';
import { choicesOfStudent, electivesOfAssignments, follows } from './who-follows.js';

/** One elective of a student. */
export interface StudentElectiveCoverage {
  programme: ElectiveProgramme;
  choice: StudentElective | undefined;
  level: Leerweg | undefined;
  coverage: ElectiveCoverage;
}

/** How far a student is with each of her electives, of all courses she is in, by title. */
export async function studentCoverage(
  store: Store,
  { school, student }: { school: string; student: string },
): Promise<StudentElectiveCoverage[]> {
  const choices = new Map((await choicesOfStudent(store, school, student)).map((choice) => [choice.elective, choice]));
  const coverages: SubtaskCoverage[] = [];
  for await (const coverage of store.each(subtaskCoverages, { where: { school, student } })) coverages.push(coverage);
  const found = new Map<string, StudentElectiveCoverage>();
  for await (const { course: id } of store.each(enrolments, {
    where: { school, person: student, role: 'student', state: 'active' },
  })) {
    const course = await store.get(courses, { school, id });
    if (!course) continue;
    const edition = await editionOfCohort(store, school, course.cohort);
    const inCourse = await electivesOfAssignments(store, course);
    for (const elective of new Set([...inCourse, ...choices.keys()])) {
      const choice = choices.get(elective);
      if (found.has(elective) || !follows(choice, inCourse.has(elective))) continue;
      const programme = await getElectiveProgramme(store, { elective, edition });
      const level = levelOf(course.leerweg, choice?.level);
      const own = coverages.filter((coverage) => coverage.elective === elective);
      const coverage = coverElective(level ? subtasksFor(programme, level) : [], own);
      found.set(elective, { programme, choice, level, coverage });
    }
  }
  return [...found.values()].sort((one, other) => one.programme.title.localeCompare(other.programme.title, 'nl'));
}
