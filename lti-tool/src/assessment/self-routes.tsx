import { z } from 'zod';
import { moments, type Moment } from '@buitenboord/shared/domain/assessment/moment.js';
import { closesWork } from '@buitenboord/shared/domain/evidence/may-do.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { Problem } from '@buitenboord/shared/problem.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { keepJudgement } from '@buitenboord/shared/use-cases/assessment/keep-judgement.js';
import { viewAssessment } from '@buitenboord/shared/use-cases/assessment/view-assessment.js';
import { openWork } from '@buitenboord/shared/use-cases/evidence/open-work.js';
import { verdictOn } from '@buitenboord/shared/use-cases/evidence/work-standing.js';
import { placeOfVisit } from '../evidence/place-of-visit.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { RubricAnswers } from './assessment-forms.js';
import { SelfPage } from './self-page.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** The student judges her own work: optional, and never part of a grade. */
export function selfRoutes(deps: Deps): VisitRoute[] {
  return [
    { method: 'get', path: '/work/self', may: ['student'], handle: (exchange) => show(deps, exchange) },
    { method: 'post', path: '/work/self', may: ['student'], handle: (exchange) => keep(deps, exchange) },
  ];
}

async function show(deps: Deps, { req, visit, text, url, formToken, page }: VisitExchange): Promise<void> {
  const { activity, work } = await openWork(deps, placeOfVisit(visit));
  const moment: Moment = z.enum(moments).catch('end').parse(req.query.moment);
  const { moments: views } = await viewAssessment(deps.store, activity, work);
  const view = views.find((each) => each.moment === moment);
  if (!view) throw new Problem('request/not-found', { activity: activity.id });
  const { grade } = await verdictOn(deps.store, work);
  const closed = grade !== undefined && closesWork(grade.value);
  page(<SelfPage {...{ text, url, formToken, activity, view, closed }} />);
}

async function keep(deps: Deps, { req, res, visit, url }: VisitExchange): Promise<void> {
  const { moment, levels, remark } = RubricAnswers.parse(req.body);
  const { activity, work } = await openWork(deps, placeOfVisit(visit));
  await keepJudgement(deps, {
    school: visit.school,
    activity: activity.id,
    student: visit.person,
    attempt: work.attempt,
    moment,
    judge: 'self',
    levels: levels.slice(0, activity.rubric.length),
    remark,
    by: visit.person,
  });
  res.redirect(303, url('/work'));
}
