import { seStanding, type SeStanding } from '../../domain/grade/se-standing.js';
import type { GradeValue } from '../../domain/grade/grade-value.js';
import { roundingIn } from '../../domain/grade/school-rounding.js';
import type { RoundingRegime } from '../../domain/grade/rounding.js';
import { parseComponentKey } from '../../domain/pta/parse-component-key.js';
import { componentKey, type Pta } from '../../domain/pta/pta.js';
import { activities, enrolments, schools, settledGrades } from '../../store/collections.js';
import type { Store } from '../../store/port.js';
import { findAdoptedPta } from '../pta/find-adopted-pta.js';
import { newestOfEach, type StoredGrade } from './find-grades.js';

/** A subject of a student: the programme that holds, how it is rounded, and what stands. */
export interface SubjectStanding {
  line: string;
  pta: Pick<Pta, 'subject' | 'schoolYear' | 'cohort' | 'leerweg'>;
  regime: RoundingRegime | undefined;
  standing: SeStanding;
}

/**
 * What stands for a student in each subject: those for which an activity of her courses counts, and those in which she has a grade. With `course` only
 * the subjects of that course: a teacher needs no more.
 */
export async function studentStanding(
  store: Store,
  { school, student, course }: { school: string; student: string; course?: string },
): Promise<SubjectStanding[]> {
  const grades = await gradesOf(store, school, student);
  const courses = course === undefined ? await coursesOf(store, school, student) : [course];
  const lines = new Set(await linesOf(store, school, courses));
  if (course === undefined) grades.forEach(({ component }) => addLine(lines, component));
  const choices = (await store.get(schools, { id: school }))?.seRounding;
  const found: SubjectStanding[] = [];
  for (const line of lines) {
    const pta = await findAdoptedPta(store, school, line);
    if (!pta) continue;
    const { subject, schoolYear, cohort, leerweg } = pta;
    const regime = roundingIn(choices, schoolYear);
    const standing = seStanding(pta.components, (code) => valuesOf(grades, componentKey(line, code)), regime);
    found.push({ line, pta: { subject, schoolYear, cohort, leerweg }, regime, standing });
  }
  return found.sort((one, other) => one.pta.subject.title.localeCompare(other.pta.subject.title, 'nl'));
}

/** The values of a component, one an attempt, in order. */
function valuesOf(grades: readonly StoredGrade[], component: string): GradeValue[] {
  return grades
    .filter((grade) => grade.component === component)
    .sort((one, other) => one.attempt - other.attempt)
    .map(({ value }) => value);
}

async function gradesOf(store: Store, school: string, student: string): Promise<StoredGrade[]> {
  const found: StoredGrade[] = [];
  for await (const grade of store.each(settledGrades, { where: { school, student } })) found.push(grade);
  return newestOfEach(found);
}

async function coursesOf(store: Store, school: string, student: string): Promise<string[]> {
  const found: string[] = [];
  const where = { school, person: student, role: 'student' as const };
  for await (const { course } of store.each(enrolments, { where })) found.push(course);
  return found;
}

async function linesOf(store: Store, school: string, courses: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  for (const course of courses) {
    for await (const { counting } of store.each(activities, { where: { school, course } })) {
      if (counting.kind === 'pta') lines.push(counting.line);
    }
  }
  return lines;
}

function addLine(lines: Set<string>, component: string): void {
  const line = parseComponentKey(component)?.line;
  if (line !== undefined) lines.add(line);
}
