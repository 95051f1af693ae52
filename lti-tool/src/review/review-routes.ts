import { Problem } from '@buitenboord/shared/problem.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { findReviewedStudent } from '@buitenboord/shared/use-cases/review/find-reviewed-student.js';
import type { RosterReader } from '@buitenboord/shared/use-cases/roster/roster-reader.js';
import { courseOf } from '../web/of-visit.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';

export interface ReviewDeps {
  store: Store;
  rosterReader: RosterReader;
}

/** Where a teacher comes in who pressed a grade in the LMS's gradebook: on to that student's work. */
export function reviewRoutes(deps: ReviewDeps): VisitRoute[] {
  return [{ method: 'get', path: '/review', may: ['teacher'], handle: (exchange) => goToWork(deps, exchange) }];
}

async function goToWork(deps: ReviewDeps, { visit, res, url }: VisitExchange): Promise<void> {
  if (visit.about?.what !== 'work') throw new Problem('request/not-found', { visit: visit.id });
  const course = await courseOf(deps.store, visit);
  const student = await findReviewedStudent(deps, course, visit.about.subject);
  res.redirect(303, url(`/students/${student}`));
}
