import { z } from 'zod';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { Problem } from '@buitenboord/shared/problem.js';
import { courses, enrolments } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import { studentStanding } from '@buitenboord/shared/use-cases/grade/student-standing.js';
import { calledStudent } from '@buitenboord/shared/use-cases/people/called-student.js';
import { studentsOfCourse } from '@buitenboord/shared/use-cases/people/students-of-course.js';
import { dueFollowUps } from '@buitenboord/shared/use-cases/quality-sample/due-follow-ups.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { SchoolExamPage, type CourseChoice, type ExamRow } from './school-exam-page.js';
import { StudentExamPage } from './student-exam-page.js';

export interface SchoolExamDeps {
  store: Store;
  now: Clock;
}

const may = ['teacher', 'examSecretary'] as const;

/** What stands for each student's school exam: a teacher sees her course, the exam secretary the school. */
export function schoolExamRoutes(deps: SchoolExamDeps): VisitRoute[] {
  return [
    { method: 'get', path: '/school-exam', may, handle: (exchange) => showCourse(deps, exchange) },
    { method: 'get', path: '/school-exam/:student', may, handle: (exchange) => showStudent(deps, exchange) },
  ];
}

const Id = z.string().min(1).max(64);

async function showCourse({ store, now }: SchoolExamDeps, exchange: VisitExchange): Promise<void> {
  const { visit, req, text, url, page } = exchange;
  const choices = isSecretary(exchange) ? await coursesOf(store, visit.school) : [];
  const asked = Id.safeParse(req.query.course).data;
  const course = choices.find(({ id }) => id === asked)?.id ?? visit.course;
  const rows = course === undefined ? [] : await rowsOf(store, visit.school, course);
  const of = { school: visit.school, ...(!isSecretary(exchange) && { course: visit.course ?? '' }) };
  const samples = { due: await dueFollowUps({ store, now }, of), url: url('/samples') };
  page(SchoolExamPage({ text, url: url('/school-exam'), back: url('/'), course, choices, rows, samples }));
}

async function showStudent({ store }: SchoolExamDeps, exchange: VisitExchange): Promise<void> {
  const { visit, req, text, url, page } = exchange;
  const student = Id.parse(req.params.student);
  const { school, course } = visit;
  const seesAll = isSecretary(exchange);
  await insistOnStudent(store, { school, student, ...(!seesAll && { course: course ?? '' }) });
  const subjects = await studentStanding(store, { school, student, ...(!seesAll && { course: course ?? '' }) });
  const mayChoose = seesAll || exchange.grants.has('schoolAdministrator');
  const props = {
    name: studentName(text, await calledStudent(store, { school, course, student })),
    subjects,
    seesAll,
    ...(mayChoose && { roundingUrl: url('/pta/rounding') }),
  };
  page(StudentExamPage({ text, back: url('/school-exam'), fileUrl: url(`/school-exam/${student}/file`), ...props }));
}

function isSecretary({ grants }: VisitExchange): boolean {
  return grants.has('examSecretary');
}

async function coursesOf(store: Store, school: string): Promise<CourseChoice[]> {
  const found: CourseChoice[] = [];
  for await (const { id, title, label } of store.each(courses, { where: { school } })) found.push({ id, title, label });
  return found.sort((one, other) => one.title.localeCompare(other.title, 'nl'));
}

async function rowsOf(store: Store, school: string, course: string): Promise<ExamRow[]> {
  const rows: ExamRow[] = [];
  for (const one of await studentsOfCourse(store, { school, course })) {
    rows.push({ ...one, subjects: await studentStanding(store, { school, student: one.student, course }) });
  }
  return rows;
}

/** A student of this course, or without one of the school. */
async function insistOnStudent(
  store: Store,
  { school, student, course }: { school: string; student: string; course?: string },
): Promise<void> {
  const where = { school, person: student, role: 'student' as const, ...(course !== undefined && { course }) };
  const { items } = await store.find(enrolments, { where, limit: 1 });
  if (items.length === 0) throw new Problem('request/not-found', { student });
}
