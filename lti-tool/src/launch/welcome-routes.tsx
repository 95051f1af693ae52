import type { Visit } from '@buitenboord/shared/domain/visit/visit.js';
import { firstPage } from '../web/first-page.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { WelcomePage, type WelcomeReason } from './welcome-page.js';

/** Where a launch that is right and leads nowhere yet comes in. */
export function welcomeRoutes(): VisitRoute[] {
  return [{ method: 'get', path: '/welcome', may: ['visitor'], handle: (exchange) => show(exchange) }];
}

async function show({ visit, grants, text, url, page, res }: VisitExchange): Promise<void> {
  // A grant is the school's own and needs no role in the course.
  const administers = visit.roles.length === 0 && grants.has('schoolAdministrator');
  const elsewhere = administers ? '/school' : firstPage(visit);
  if (elsewhere !== '/welcome') return void res.redirect(303, url(elsewhere));
  const plans = grants.has('placementCoordinator') || grants.has('safetyApprover');
  const links = [
    ...(grants.has('examSecretary') ? [{ href: url('/pta'), words: text('overview.pta') }] : []),
    ...(grants.has('placementCoordinator') ? [{ href: url('/programme'), words: text('overview.programme') }] : []),
    ...(plans && visit.activity ? [{ href: url('/plans'), words: text('plans.link') }] : []),
  ];
  return Promise.resolve(page(WelcomePage({ text, reason: reasonOf(visit), links })));
}

function reasonOf({ roles, course }: Visit): WelcomeReason {
  if (roles.length === 0) return 'noRole';
  return course ? 'noAssignment' : 'noCourse';
}
