import { checkFit, type Fit } from '@buitenboord/shared/domain/coverage/check-fit.js';
import { levelOf, levelsFor, subtasksFor } from '@buitenboord/shared/domain/programme/elective-programme.js';
import { isProblem, type ProblemCode } from '@buitenboord/shared/problem.js';
import { chooseElective } from '@buitenboord/shared/use-cases/coverage/choose-elective.js';
import { studentsOfCourse } from '@buitenboord/shared/use-cases/people/students-of-course.js';
import { editionOfCohort } from '@buitenboord/shared/use-cases/programme/find-edition.js';
import { getElectiveProgramme } from '@buitenboord/shared/use-cases/programme/find-elective-programme.js';
import { electiveChoices } from '@buitenboord/shared/use-cases/programme/elective-choices.js';
import { hoursBandOf } from '@buitenboord/shared/use-cases/programme/offerings.js';
import { courseOf } from '../web/of-visit.js';
import { statusOf } from '../web/problem-status.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { ChoosePage } from './choose-page.js';
import { ChoiceForm, FitQuestion } from './coverage-form.js';
import type { CoverageDeps } from './coverage-deps.js';

/** Giving students an elective, after a look at whether it fits. */
export function chooseRoutes(deps: CoverageDeps): VisitRoute[] {
  return [
    {
      method: 'get',
      path: '/coverage/choose',
      may: ['teacher'],
      handle: (exchange) =>
        show(deps, exchange, { question: FitQuestion.parse(exchange.req.query), ticked: undefined }),
    },
    { method: 'post', path: '/coverage/choose', may: ['teacher'], handle: (exchange) => choose(deps, exchange) },
  ];
}

interface Shown {
  question: FitQuestion;
  /** Everybody, until somebody said otherwise. */
  ticked: readonly string[] | undefined;
  refused?: ProblemCode;
}

async function show({ store }: CoverageDeps, exchange: VisitExchange, shown: Shown): Promise<void> {
  const { visit, text, url, page, formToken } = exchange;
  const course = await courseOf(store, visit);
  const { leerweg } = course;
  page(
    ChoosePage({
      ...{ text, url, formToken, ...shown },
      course: course.title,
      levels: leerweg ? levelsFor(leerweg) : ['bb', 'kb', 'gl'],
      choices: await electiveChoices(store, { school: visit.school, leerweg }),
      band: await hoursBandOf(store, visit.school),
      fit: await fitOf({ store }, exchange, shown.question),
      students: await studentsOfCourse(store, { school: visit.school, course: course.id }),
    }),
  );
}

async function fitOf(
  { store }: Pick<CoverageDeps, 'store'>,
  { visit }: VisitExchange,
  { elective, days, hoursPerDay, there, level: said }: FitQuestion,
): Promise<(Fit & { subtasks: number; there: number; days: number }) | undefined> {
  if (elective === undefined || days === undefined || hoursPerDay === undefined) return undefined;
  const course = await courseOf(store, visit);
  const edition = await editionOfCohort(store, visit.school, course.cohort);
  const programme = await getElectiveProgramme(store, { elective, edition });
  const level = levelOf(course.leerweg, said);
  const subtasks = level ? subtasksFor(programme, level).length : programme.subtasks.length;
  const planned = Math.min(there ?? subtasks, subtasks);
  const band = await hoursBandOf(store, visit.school);
  return { subtasks, there: planned, days, ...checkFit({ subtasks, there: planned, days, hoursPerDay, band }) };
}

async function choose(deps: CoverageDeps, exchange: VisitExchange): Promise<void> {
  const { visit, req, res, url } = exchange;
  const course = await courseOf(deps.store, visit);
  const { students, ...question } = ChoiceForm.parse(req.body);
  const { elective, level, days, hoursPerDay } = question;
  try {
    await chooseElective(deps, {
      ...{ actor: visit.person, course, elective, students },
      ...(level && { level }),
      ...(days !== undefined && { plannedDays: days }),
      ...(days !== undefined && hoursPerDay !== undefined && { plannedHours: days * hoursPerDay }),
    });
  } catch (error) {
    if (!isProblem(error) || !error.code.startsWith('coverage/')) throw error;
    res.status(statusOf(error.code));
    return show(deps, exchange, { question, ticked: students, refused: error.code });
  }
  res.redirect(303, url(`/coverage/${elective}`));
}
