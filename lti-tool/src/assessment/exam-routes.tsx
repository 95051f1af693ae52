import { z } from 'zod';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { Problem } from '@buitenboord/shared/problem.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { findSitting, keepSitting } from '@buitenboord/shared/use-cases/assessment/keep-sitting.js';
import { expertsOf, nameExpert, withdrawExpert } from '@buitenboord/shared/use-cases/assessment/name-expert.js';
import { activityOf } from '../web/of-visit.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { ExpertTyped, SittingTyped } from './assessment-forms.js';
import { findStudentOf } from './assessment-routes.js';
import { ExpertsPage } from './experts-page.js';
import { SittingPage } from './sitting-page.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** What an exam at a company asks to be written down: the conditions of a sitting, and who was named for the school exam. */
export function examRoutes(deps: Deps): VisitRoute[] {
  const sitting = '/students/:student/sitting' as const;
  const [teacher, both] = [['teacher'] as const, ['teacher', 'examSecretary'] as const];
  return [
    { method: 'get', path: sitting, may: teacher, handle: (exchange) => showSitting(deps, exchange) },
    { method: 'post', path: sitting, may: teacher, handle: (exchange) => setSitting(deps, exchange) },
    { method: 'get', path: '/experts', may: both, handle: (exchange) => showExperts(deps, exchange) },
    { method: 'post', path: '/experts', may: both, handle: (exchange) => addExpert(deps, exchange) },
    { method: 'post', path: '/experts/withdraw', may: both, handle: (exchange) => endExpert(deps, exchange) },
  ];
}

async function showSitting(deps: Deps, exchange: VisitExchange): Promise<void> {
  const { text, url, formToken, page } = exchange;
  const { activity, row } = await findStudentOf(deps, exchange);
  const view = await findSitting(deps.store, activity, row);
  if (!view) throw new Problem('request/not-found', { activity: activity.id });
  const name = studentName(text, row);
  page(<SittingPage {...{ text, url, formToken, activity, student: row.student, name, view }} />);
}

async function setSitting(deps: Deps, exchange: VisitExchange): Promise<void> {
  const { req, res, visit, url } = exchange;
  const { heldOn, ...held } = SittingTyped.parse(req.body);
  const { activity, row } = await findStudentOf(deps, exchange);
  const { student, attempt } = row;
  const day = heldOn === '' ? {} : { heldOn };
  const about = { school: visit.school, activity: activity.id, student, attempt, by: visit.person };
  await keepSitting(deps, { ...about, ...held, ...day });
  res.redirect(303, url(`/students/${student}/sitting`));
}

async function showExperts(deps: Deps, { text, url, formToken, visit, page }: VisitExchange): Promise<void> {
  const activity = await activityOf(deps.store, visit);
  const experts = await expertsOf(deps.store, { school: visit.school, activity: activity.id });
  page(<ExpertsPage {...{ text, url, formToken, activity, experts }} />);
}

async function addExpert(deps: Deps, { req, res, visit, url }: VisitExchange): Promise<void> {
  const typed = ExpertTyped.parse(req.body);
  const activity = await activityOf(deps.store, visit);
  await nameExpert(deps, { school: visit.school, activity: activity.id, ...typed, namedBy: visit.person });
  res.redirect(303, url('/experts'));
}

async function endExpert(deps: Deps, { req, res, visit, url }: VisitExchange): Promise<void> {
  const { expert } = z.strictObject({ expert: z.string().max(64) }).parse(req.body);
  const activity = await activityOf(deps.store, visit);
  await withdrawExpert(deps, { school: visit.school, activity: activity.id, expert, by: visit.person });
  res.redirect(303, url('/experts'));
}
