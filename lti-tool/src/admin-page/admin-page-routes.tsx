import { z } from 'zod';
import { displayName, grantRoles, type GrantRole } from '@buitenboord/shared/domain/people/person.js';
import { Problem } from '@buitenboord/shared/problem.js';
import { enrolments, people } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { getSchool } from '@buitenboord/shared/use-cases/school/add-school.js';
import { giveGrant, grantsOfSchool, withdrawGrant } from '@buitenboord/shared/use-cases/school/grant-role.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { may, type AdminPageDeps } from './admin-page-deps.js';
import { askRoutes } from './ask-routes.js';
import { connectRoutes } from './connect-routes.js';
import type { GrantView, PersonChoice } from './grant-section.js';
import { platformRoutes } from './platform-routes.js';
import { SchoolPage } from './school-page.js';
import { keyView, platformRows } from './school-view.js';
import { stopRoutes } from './stop-routes.js';

/** The page of the school's administrator, and asking to become one. */
export function adminPageRoutes(deps: AdminPageDeps): VisitRoute[] {
  return [
    // Whoever administers the LMS is sent on to ask; anybody else learns nothing here.
    { method: 'get', path: '/school', may: ['visitor'], handle: (exchange) => show(deps, exchange) },
    { method: 'post', path: '/school/grant/give', may, handle: (exchange) => give(deps, exchange) },
    { method: 'post', path: '/school/grant/withdraw', may, handle: (exchange) => withdraw(deps, exchange) },
    ...platformRoutes(deps),
    ...stopRoutes(deps),
    ...connectRoutes(deps),
    ...askRoutes(deps),
  ];
}

async function show(deps: AdminPageDeps, exchange: VisitExchange): Promise<void> {
  const { store } = deps;
  const { visit, grants, res, url, text, formToken, page } = exchange;
  if (!grants.has('schoolAdministrator')) {
    if (!visit.lmsAdministrator) throw new Problem('request/not-allowed', { visit: visit.id });
    return res.redirect(303, url('/school/ask'));
  }
  const { name } = await getSchool(store, visit.school);
  const props = {
    school: name,
    ...(await platformRows(deps, visit.school, text)),
    keys: await keyView(deps, visit.school),
    grants: await grantViews(store, visit.school, visit.person),
    people: await teachersOf(store, visit.school),
    roles: grantRoles,
    storeProof: deps.storeProof,
  };
  page(SchoolPage({ text, formToken, url: url('/school'), ...props }));
}

async function grantViews(store: Store, school: string, reader: string): Promise<GrantView[]> {
  const known = await grantsOfSchool(store, school);
  return Promise.all(
    known.map(async ({ person, role, state }) => ({
      person: await choiceOf(store, school, person),
      role,
      state: state === 'asked' ? state : 'granted',
      isOwn: person === reader,
    })),
  );
}

async function teachersOf(store: Store, school: string): Promise<PersonChoice[]> {
  const ids = new Set<string>();
  for await (const { person } of store.each(enrolments, { where: { school, role: 'teacher', state: 'active' } }))
    ids.add(person);
  const choices = await Promise.all([...ids].map((id) => choiceOf(store, school, id)));
  return choices.sort((one, other) => (one.name ?? '').localeCompare(other.name ?? '', 'nl'));
}

async function choiceOf(store: Store, school: string, id: string): Promise<PersonChoice> {
  const person = await store.get(people, { school, id });
  return { id, name: person && displayName(person) };
}

const Id = z.string().min(1).max(64);
const GrantChosen = z.strictObject({ person: Id, role: z.enum(grantRoles) });

async function give(deps: AdminPageDeps, exchange: VisitExchange): Promise<void> {
  await giveGrant(deps, decisionOf(exchange));
  exchange.res.redirect(303, exchange.url('/school'));
}

async function withdraw(deps: AdminPageDeps, exchange: VisitExchange): Promise<void> {
  const decision = decisionOf(exchange);
  // An administrator who takes her own role away may leave the school without one.
  if (decision.person === exchange.visit.person) throw new Problem('request/not-allowed', { visit: exchange.visit.id });
  await withdrawGrant(deps, decision);
  exchange.res.redirect(303, exchange.url('/school'));
}

function decisionOf({ req, visit }: VisitExchange): { school: string; person: string; role: GrantRole; actor: string } {
  return { ...GrantChosen.parse(req.body), school: visit.school, actor: visit.person };
}
