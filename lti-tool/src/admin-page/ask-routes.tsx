import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { Problem } from '@buitenboord/shared/problem.js';
import { grants } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { askGrant, grantId, hasAdministrator } from '@buitenboord/shared/use-cases/school/grant-role.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { AskPage } from './ask-page.js';

interface AskDeps {
  store: Store;
  now: Clock;
}

/** Who administers the LMS may ask for the school's grant, nothing more: the role in the LMS gives no rights here. */
export function askRoutes(deps: AskDeps): VisitRoute[] {
  return [
    { method: 'get', path: '/school/ask', may: ['visitor'], handle: (exchange) => show(deps, exchange) },
    { method: 'post', path: '/school/ask', may: ['visitor'], handle: (exchange) => ask(deps, exchange) },
  ];
}

async function show({ store }: AskDeps, exchange: VisitExchange): Promise<void> {
  insistOnLmsAdministrator(exchange);
  const { visit, text, formToken, url, page } = exchange;
  const { school, person } = visit;
  const grant = await store.get(grants, { school, id: grantId(person, 'schoolAdministrator') });
  const state = grant === undefined || grant.state === 'withdrawn' ? 'none' : grant.state;
  page(
    AskPage({
      text,
      formToken,
      url: url('/school'),
      school,
      person,
      state,
      hasAdministrator: await hasAdministrator(store, school),
    }),
  );
}

async function ask(deps: AskDeps, exchange: VisitExchange): Promise<void> {
  insistOnLmsAdministrator(exchange);
  const { visit, res, url } = exchange;
  await askGrant(deps, { school: visit.school, person: visit.person, role: 'schoolAdministrator' });
  res.redirect(303, url('/school/ask'));
}

function insistOnLmsAdministrator({ visit }: VisitExchange): void {
  if (!visit.lmsAdministrator) throw new Problem('request/not-allowed', { visit: visit.id });
}
