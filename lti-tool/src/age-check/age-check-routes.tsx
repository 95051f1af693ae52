import { dutchDay } from '@buitenboord/shared/domain/pta/school-year.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { answerTo, Question } from './age-check-form.js';
import { AgeCheckPage } from './age-check-page.js';

export interface AgeCheckDeps {
  now: Clock;
}

/** The look-up page: may a student of this age do this? */
export function ageCheckRoutes(deps: AgeCheckDeps): VisitRoute[] {
  const may = ['teacher', 'placementCoordinator', 'safetyApprover', 'schoolAdministrator'] as const;
  return [{ method: 'get', path: '/age-check', may, handle: (exchange) => show(deps, exchange) }];
}

async function show({ now }: AgeCheckDeps, { req, visit, text, url, page }: VisitExchange): Promise<void> {
  const question = Question.parse(req.query);
  const answer = question.asked ? answerTo(question, dutchDay(now())) : undefined;
  const back = visit.roles.includes('teacher') && visit.activity ? { href: url('/overview') } : undefined;
  page(AgeCheckPage({ text, url: url('/age-check'), back, question, answer }));
  return Promise.resolve();
}
