import type { Course } from '@buitenboord/shared/domain/activity/assignment.js';
import { isProblem, Problem } from '@buitenboord/shared/problem.js';
import type { Stored } from '@buitenboord/shared/store/port.js';
import {
  completeElective,
  dropElective,
  reopenElective,
} from '@buitenboord/shared/use-cases/coverage/choose-elective.js';
import { classCoverage } from '@buitenboord/shared/use-cases/coverage/class-coverage.js';
import { knownEvidence } from '@buitenboord/shared/use-cases/coverage/known-evidence.js';
import { studentCoverage } from '@buitenboord/shared/use-cases/coverage/student-coverage.js';
import { whereDone } from '@buitenboord/shared/use-cases/coverage/where-done.js';
import { plainTextsFor } from '@buitenboord/shared/use-cases/programme/plain-texts.js';
import { courseOf } from '../web/of-visit.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { electiveIn, studentIn, StudentForm } from './coverage-form.js';
import type { CoverageDeps } from './coverage-deps.js';
import { MyElectivesPage } from './my-electives-page.js';
import { StudentCoveragePage } from './student-coverage-page.js';

/** One student's elective for the teacher, and the student's own page. */
export function studentCoverageRoutes(deps: CoverageDeps): VisitRoute[] {
  return [
    {
      method: 'get',
      path: '/coverage/:elective/students/:student',
      may: ['teacher'],
      handle: (exchange) => showStudent(deps, exchange, { isRefused: false }),
    },
    {
      method: 'post',
      path: '/coverage/:elective/students/:student',
      may: ['teacher'],
      handle: (exchange) => decide(deps, exchange),
    },
    { method: 'get', path: '/electives', may: ['student'], handle: (exchange) => showOwn(deps, exchange) },
  ];
}

async function showStudent(
  { store }: CoverageDeps,
  exchange: VisitExchange,
  { isRefused }: { isRefused: boolean },
): Promise<void> {
  const { visit, req, text, url, page, formToken } = exchange;
  const course = await courseOf(store, visit);
  const elective = electiveIn(req.params);
  const { programme, students } = await classCoverage(store, course, elective);
  const student = students.find((each) => each.student === studentIn(req.params));
  if (!student) throw new Problem('request/not-found', { elective });
  const known = await knownEvidence(store, course, elective);
  const works = known(student.student).works.map(({ work, activity, title }) => ({
    work,
    title,
    // A page on a work is of the visit's own activity.
    href: activity === visit.activity ? url(`/students/${student.student}`) : undefined,
  }));
  const could = await whereDone(store, { school: visit.school, elective });
  page(
    StudentCoveragePage({ text, url, formToken, course: course.title, programme, student, works, could, isRefused }),
  );
}

async function decide(deps: CoverageDeps, exchange: VisitExchange): Promise<void> {
  const { visit, req, res, url } = exchange;
  const course: Stored<Course, 'school'> = await courseOf(deps.store, visit);
  const place = { actor: visit.person, course, elective: electiveIn(req.params), student: studentIn(req.params) };
  const { decision } = StudentForm.parse(req.body);
  if (decision === 'drop') {
    await dropElective(deps, { ...place, students: [place.student] });
    return res.redirect(303, url(`/coverage/${place.elective}`));
  }
  try {
    await (decision === 'complete' ? completeElective : reopenElective)(deps, place);
  } catch (error) {
    if (!isProblem(error, 'coverage/open-subtasks')) throw error;
    res.status(422);
    return showStudent(deps, exchange, { isRefused: true });
  }
  res.redirect(303, url(`/coverage/${place.elective}/students/${place.student}`));
}

async function showOwn({ store }: CoverageDeps, { visit, text, url, page }: VisitExchange): Promise<void> {
  const { school, person } = visit;
  const electives = await studentCoverage(store, { school, student: person });
  const targets = electives.flatMap(({ coverage }) =>
    coverage.rows.flatMap(({ subtask }) => subtask.targets.map(({ sloId }) => sloId)),
  );
  const plain = await plainTextsFor(store, school, targets);
  const plainText = (target: string) => plain(target, 'student')?.text;
  page(MyElectivesPage({ text, url, electives, plainText, hasWork: visit.activity !== undefined }));
}
