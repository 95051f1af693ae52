import { z } from 'zod';
import { displayName, grantRoles, type GrantRole } from '@buitenboord/shared/domain/people/person.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { Problem } from '@buitenboord/shared/problem.js';
import { enrolments, people } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { getSchool } from '@buitenboord/shared/use-cases/school/add-school.js';
import { giveGrant, grantsOfSchool, withdrawGrant } from '@buitenboord/shared/use-cases/school/grant-role.js';
import { confirmPlatform, platformsOf } from '@buitenboord/shared/use-cases/school/keep-platforms.js';
import { platformHealth } from '@buitenboord/shared/use-cases/school/platform-health.js';
import { valuesForLms } from '../lti/values-for-lms.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { askRoutes } from './ask-routes.js';
import type { GrantView, PersonChoice } from './grant-section.js';
import type { LmsValue } from './lms-values.js';
import type { PlatformView } from './platform-section.js';
import { SchoolPage } from './school-page.js';

export interface AdminPageDeps {
  store: Store;
  now: Clock;
  baseUrl: string;
}

const may = ['schoolAdministrator'] as const;

/** The page of the school's administrator, and asking to become one. */
export function adminPageRoutes(deps: AdminPageDeps): VisitRoute[] {
  return [
    // Whoever administers the LMS is sent on to ask; anybody else learns nothing here.
    { method: 'get', path: '/school', may: ['visitor'], handle: (exchange) => show(deps, exchange) },
    { method: 'post', path: '/school/platform/confirm', may, handle: (exchange) => confirm(deps, exchange) },
    { method: 'post', path: '/school/grant/give', may, handle: (exchange) => give(deps, exchange) },
    { method: 'post', path: '/school/grant/withdraw', may, handle: (exchange) => withdraw(deps, exchange) },
    ...askRoutes(deps),
  ];
}

async function show({ store, baseUrl }: AdminPageDeps, exchange: VisitExchange): Promise<void> {
  const { visit, grants, res, url, text, formToken, page } = exchange;
  if (!grants.has('schoolAdministrator')) {
    if (!visit.lmsAdministrator) throw new Problem('request/not-allowed', { visit: visit.id });
    return res.redirect(303, url('/school/ask'));
  }
  const { name } = await getSchool(store, visit.school);
  const props = {
    school: name,
    platforms: await platformViews(store, visit.school),
    values: valueList(valuesForLms(baseUrl, visit.school)),
    grants: await grantViews(store, visit.school, visit.person),
    people: await teachersOf(store, visit.school),
    roles: grantRoles,
  };
  page(SchoolPage({ text, formToken, url: url('/school'), ...props }));
}

async function platformViews(store: Store, school: string): Promise<PlatformView[]> {
  const health = await platformHealth(store, school);
  const known = await platformsOf(store, school);
  return known.map(({ id, issuer, clientId, state }) => {
    const { courses, waiting, stuck } = health.get(id) ?? { courses: 0, waiting: 0, stuck: 0 };
    return { id, issuer, clientId, state, courses, waiting, stuck };
  });
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

function valueList(values: ReturnType<typeof valuesForLms>): LmsValue[] {
  const { redirectUris, ...single } = values;
  return [
    { name: 'targetLinkUri', value: single.targetLinkUri },
    { name: 'loginUrl', value: single.loginUrl },
    { name: 'redirectUris', value: redirectUris.join(' ') },
    { name: 'jwksUrl', value: single.jwksUrl },
    { name: 'deepLinkingUrl', value: single.deepLinkingUrl },
  ];
}

const Id = z.string().min(1).max(64);
const PlatformChosen = z.strictObject({ platform: Id });
const GrantChosen = z.strictObject({ person: Id, role: z.enum(grantRoles) });

async function confirm(deps: AdminPageDeps, { req, res, visit, url }: VisitExchange): Promise<void> {
  const { platform } = PlatformChosen.parse(req.body);
  await confirmPlatform(deps, { school: visit.school, id: platform, actor: visit.person });
  res.redirect(303, url('/school'));
}

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
