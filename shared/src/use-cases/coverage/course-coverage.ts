import type { Course } from '../../domain/activity/assignment.js';
import type { Store, Stored } from '../../store/port.js';
import { studentsOfCourse } from '../people/students-of-course.js';
import { classCoverage } from './class-coverage.js';
import { choicesOfStudent, electivesOfAssignments } from './who-follows.js';

/** One elective of a course, in a line. */
export interface CourseElective {
  elective: string;
  title: string;
  officialCode: string | null;
  students: number;
  /** Subtasks done, and subtasks to do, of all students together. */
  done: number;
  all: number;
  completed: number;
  proposals: number;
}

/** The electives that students of a course follow, by title. */
export async function courseCoverage(store: Store, course: Stored<Course, 'school'>): Promise<CourseElective[]> {
  const { school, id } = course;
  const electives = new Set(await electivesOfAssignments(store, course));
  for (const { student } of await studentsOfCourse(store, { school, course: id }))
    for (const choice of await choicesOfStudent(store, school, student))
      if (choice.state !== 'dropped') electives.add(choice.elective);
  const lines = await Promise.all(
    [...electives].map(async (elective): Promise<CourseElective> => {
      const { programme, students, proposals } = await classCoverage(store, course, elective);
      const sum = (of: (each: (typeof students)[number]) => number) =>
        students.reduce((total, student) => total + of(student), 0);
      return {
        elective,
        title: programme.title,
        officialCode: programme.officialCode,
        students: students.length,
        done: sum(({ coverage }) => coverage.done),
        all: sum(({ coverage }) => coverage.rows.length),
        completed: students.filter(({ choice }) => choice?.state === 'completed').length,
        proposals: proposals.length,
      };
    }),
  );
  return lines.sort((one, other) => one.title.localeCompare(other.title, 'nl'));
}
