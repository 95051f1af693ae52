import type { Course } from '@buitenboord/shared/domain/activity/assignment.js';
import { dutchDay } from '@buitenboord/shared/domain/pta/school-year.js';
import { isProblem, type ProblemCode } from '@buitenboord/shared/problem.js';
import type { Stored } from '@buitenboord/shared/store/port.js';
import { classCoverage, type ClassCoverage } from '@buitenboord/shared/use-cases/coverage/class-coverage.js';
import { courseCoverage } from '@buitenboord/shared/use-cases/coverage/course-coverage.js';
import { markAsDone } from '@buitenboord/shared/use-cases/coverage/mark-as-done.js';
import { markSubtasks, type MarkedCell } from '@buitenboord/shared/use-cases/coverage/mark-subtasks.js';
import { courseOf } from '../web/of-visit.js';
import { statusOf } from '../web/problem-status.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { chooseRoutes } from './choose-routes.js';
import { CourseCoveragePage } from './course-coverage-page.js';
import type { CoverageDeps } from './coverage-deps.js';
import { cellsOf, electiveIn, MarkForm, ProposalForm } from './coverage-form.js';
import { GridPage } from './grid-page.js';
import { studentCoverageRoutes } from './student-coverage-routes.js';

/** What students did of their electives: the teacher's grid, one student, and the student's own page. */
export function coverageRoutes(deps: CoverageDeps): VisitRoute[] {
  return [
    { method: 'get', path: '/coverage', may: ['teacher'], handle: (exchange) => listElectives(deps, exchange) },
    ...chooseRoutes(deps),
    {
      method: 'get',
      path: '/coverage/:elective',
      may: ['teacher'],
      handle: (exchange) => showGrid(deps, exchange, {}),
    },
    { method: 'post', path: '/coverage/:elective/mark', may: ['teacher'], handle: (exchange) => mark(deps, exchange) },
    {
      method: 'post',
      path: '/coverage/:elective/proposals',
      may: ['teacher'],
      handle: (exchange) => decideProposals(deps, exchange),
    },
    ...studentCoverageRoutes(deps),
  ];
}

async function listElectives({ store }: CoverageDeps, exchange: VisitExchange): Promise<void> {
  const { visit, text, url, page } = exchange;
  const course = await courseOf(store, visit);
  const electives = await courseCoverage(store, course);
  page(CourseCoveragePage({ text, url, course: course.title, leerweg: course.leerweg, electives }));
}

interface Shown {
  form?: MarkForm;
  refused?: ProblemCode;
}

async function showGrid({ store, now }: CoverageDeps, exchange: VisitExchange, shown: Shown): Promise<void> {
  const { visit, req, text, url, page, formToken } = exchange;
  const course = await courseOf(store, visit);
  const view = await classCoverage(store, course, electiveIn(req.params));
  page(
    GridPage({
      ...{ text, url, formToken, view, ...shown },
      course: course.title,
      leerweg: course.leerweg,
      today: dutchDay(now()),
      saved: req.query.saved === '1' && !shown.refused,
    }),
  );
}

async function mark(deps: CoverageDeps, exchange: VisitExchange): Promise<void> {
  const { visit, req, res, url } = exchange;
  const course = await courseOf(deps.store, visit);
  const elective = electiveIn(req.params);
  const form = MarkForm.parse(req.body);
  try {
    const view = await classCoverage(deps.store, course, elective);
    const cells = await markedCells(deps, { course, elective, form, view });
    await markSubtasks(deps, { actor: visit.person, course, elective, cells });
  } catch (error) {
    if (!isProblem(error) || !error.code.startsWith('coverage/')) throw error;
    res.status(statusOf(error.code));
    return showGrid(deps, exchange, { form, refused: error.code });
  }
  res.redirect(303, url(`/coverage/${elective}?saved=1`));
}

interface Marked {
  course: Stored<Course, 'school'>;
  elective: string;
  form: MarkForm;
  view: ClassCoverage;
}

async function markedCells(
  { store, now }: CoverageDeps,
  { course, elective, form, view }: Marked,
): Promise<MarkedCell[]> {
  const cells = cellsOf(form, view);
  const same = (each: MarkedCell['mark']) => cells.map((cell) => ({ ...cell, mark: each }));
  const { place, shownBy, reason, elsewhere } = form;
  switch (form.mark) {
    case 'doneCompany':
    case 'doneSchool': {
      const where = form.mark === 'doneCompany' ? 'company' : 'school';
      const done = { where, on: form.on || dutchDay(now()), place, shownBy } as const;
      return markAsDone(store, course, { elective, cells, done });
    }
    case 'planCompany':
      return same({ kind: 'plan', plan: { kind: 'atCompany' } });
    case 'planSchool':
      return same({ kind: 'plan', plan: { kind: 'atSchool' } });
    case 'notPossible':
      return same({ kind: 'plan', plan: { kind: 'notPossibleHere', reason, elsewhere } });
    case 'undo':
      return same({ kind: 'undo' });
  }
}

/** A proposal is taken over as it is now: what somebody marked meanwhile is no proposal any more. */
async function decideProposals(deps: CoverageDeps, exchange: VisitExchange): Promise<void> {
  const { visit, req, res, url, text } = exchange;
  const course = await courseOf(deps.store, visit);
  const elective = electiveIn(req.params);
  const { cell, decision } = ProposalForm.parse(req.body);
  const { proposals } = await classCoverage(deps.store, course, elective);
  const ticked = new Set(cell.map(({ student, subtask }) => `${student}.${subtask}`));
  const cells = proposals
    .filter(({ student, subtask }) => ticked.has(`${student}.${subtask}`))
    .map(({ student, subtask, work, on, company }): MarkedCell => {
      if (decision === 'decline') return { student, subtask, mark: { kind: 'decline', works: [work] } };
      const where = company === undefined ? ('school' as const) : ('company' as const);
      const place = company ?? text('coverage.proposal.atSchool');
      return { student, subtask, mark: { kind: 'done', done: { where, on, place, shownBy: '', works: [work] } } };
    });
  if (cells.length > 0) await markSubtasks(deps, { actor: visit.person, course, elective, cells });
  res.redirect(303, url(`/coverage/${elective}?saved=1`));
}
