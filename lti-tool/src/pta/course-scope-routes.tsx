import { z } from 'zod';
import { PtaScope } from '@buitenboord/shared/domain/pta/pta.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { hasSettledGrades, setCourseScope } from '@buitenboord/shared/use-cases/pta/set-course-scope.js';
import { courseOf } from '../web/of-visit.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { CourseScopePage, type CourseScopePageProps } from './course-scope-page.js';

export interface CourseScopeDeps {
  store: Store;
  now: Clock;
}

/** The teacher says once for which cohort and leerweg the course is. */
export function courseScopeRoutes(deps: CourseScopeDeps): VisitRoute[] {
  return [
    { method: 'get', path: '/course-scope', may: ['teacher'], handle: (exchange) => show(deps, exchange, {}) },
    { method: 'post', path: '/course-scope', may: ['teacher'], handle: (exchange) => save(deps, exchange) },
  ];
}

async function show(
  { store }: CourseScopeDeps,
  exchange: VisitExchange,
  kept: Partial<Pick<CourseScopePageProps, 'form' | 'error'>>,
): Promise<void> {
  const { visit, req, text, formToken, url, page } = exchange;
  const course = await courseOf(store, visit);
  const isSaid = course.cohort !== undefined && course.leerweg !== undefined;
  const isFixed = isSaid && (await hasSettledGrades(store, visit.school, course.id));
  const stored = { cohort: course.cohort ?? '', leerweg: course.leerweg ?? '' };
  page(
    CourseScopePage({
      text,
      formToken,
      url: url('/course-scope'),
      course: course.title,
      form: stored,
      isFixed,
      saved: req.query.saved === '1',
      ...kept,
      // What can't change is shown as it is, and not as somebody tried to change it.
      ...(isFixed && { form: stored }),
    }),
  );
}

const Said = z.strictObject({ cohort: z.string().trim().max(20), leerweg: z.string().max(10) });

async function save(deps: CourseScopeDeps, exchange: VisitExchange): Promise<void> {
  const { visit, req, res, text } = exchange;
  const form = Said.parse(req.body);
  const scope = PtaScope.safeParse(form);
  if (!scope.success) {
    res.status(422);
    return show(deps, exchange, { form, error: text('pta.complaint.not-understood') });
  }
  const course = await courseOf(deps.store, visit);
  await setCourseScope(deps, { school: visit.school, actor: visit.person, course: course.id, scope: scope.data });
  res.redirect(303, exchange.url('/course-scope?saved=1'));
}
