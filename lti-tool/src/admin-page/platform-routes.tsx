import { z } from 'zod';
import { refusedLaunchesOf } from '@buitenboord/shared/use-cases/launch/refused-launches.js';
import { allowRefusedDeployment } from '@buitenboord/shared/use-cases/school/allow-deployment.js';
import {
  confirmPlatform,
  getPlatform,
  type StoredPlatform,
} from '@buitenboord/shared/use-cases/school/keep-platforms.js';
import { coursesOfPlatform, lastLaunchThrough } from '@buitenboord/shared/use-cases/school/platform-courses.js';
import { replaceableBy, replacePlatform } from '@buitenboord/shared/use-cases/school/replace-platform.js';
import { testPlatform } from '../lti/test-platform.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { may, type AdminPageDeps } from './admin-page-deps.js';
import type { Replaceable } from './confirm-form.js';
import { platformName } from './platform-name.js';
import { PlatformPage } from './platform-page.js';
import type { TestResultView } from './test-results.js';
import { toRefusals } from './to-refusals.js';

const Id = z.string().min(1).max(64);
const Chosen = z.strictObject({ platform: Id });
const Confirmed = z.strictObject({ platform: Id, replaces: z.union([z.literal(''), Id]).optional() });
const Refusal = z.strictObject({ refusal: Id });

/** The page of one platform: letting it in, testing it, and what to do about what it refused. */
export function platformRoutes(deps: AdminPageDeps): VisitRoute[] {
  return [
    { method: 'get', path: '/school/platforms/:platform', may, handle: (exchange) => show(deps, exchange) },
    { method: 'post', path: '/school/platform/confirm', may, handle: (exchange) => confirm(deps, exchange) },
    { method: 'post', path: '/school/platform/test', may, handle: (exchange) => test(deps, exchange) },
    { method: 'post', path: '/school/platform/deployment', may, handle: (exchange) => allow(deps, exchange) },
  ];
}

async function show(deps: AdminPageDeps, exchange: VisitExchange): Promise<void> {
  const id = Id.parse(exchange.req.params.platform);
  await showPlatform(deps, exchange, await getPlatform(deps.store, exchange.visit.school, id));
}

async function confirm(deps: AdminPageDeps, { req, res, visit, url }: VisitExchange): Promise<void> {
  const { platform: id, replaces } = Confirmed.parse(req.body);
  const asked = { school: visit.school, id, actor: visit.person };
  if (replaces) await replacePlatform(deps, { ...asked, replaces });
  else await confirmPlatform(deps, asked);
  res.redirect(303, url(`/school/platforms/${replaces || id}`));
}

/** Answers with the page itself: what was found is of now, and kept nowhere. */
async function test(deps: AdminPageDeps, exchange: VisitExchange): Promise<void> {
  const { platform: id } = Chosen.parse(exchange.req.body);
  const { school } = exchange.visit;
  const platform = await getPlatform(deps.store, school, id);
  await showPlatform(deps, exchange, platform, await testPlatform(deps, school, id));
}

async function allow(deps: AdminPageDeps, { req, res, visit, url }: VisitExchange): Promise<void> {
  const { refusal } = Refusal.parse(req.body);
  const id = await allowRefusedDeployment(deps, { school: visit.school, refusal, actor: visit.person });
  res.redirect(303, url(`/school/platforms/${id}`));
}

async function showPlatform(
  deps: AdminPageDeps,
  { visit, text, formToken, url, page }: VisitExchange,
  platform: StoredPlatform,
  results?: readonly TestResultView[],
): Promise<void> {
  const { store } = deps;
  const { id, issuer, clientId, deployments, state } = platform;
  const refused = await refusedLaunchesOf(store, visit.school, 500);
  const props = {
    id,
    name: platformName(text, platform),
    issuer,
    clientId,
    deployments,
    state,
    lastLaunch: await lastLaunchThrough(store, visit.school, id),
    replaceable: state === 'pending' ? await replaceable(deps, platform) : [],
    refusals: toRefusals(
      refused.filter(({ platformId }) => platformId === id),
      deployments,
    ),
    courses: await coursesOfPlatform(store, visit.school, id),
    ...(results && { results }),
  };
  page(PlatformPage({ text, formToken, url: url('/school'), ...props }));
}

async function replaceable({ store }: AdminPageDeps, platform: StoredPlatform): Promise<Replaceable[]> {
  const older = await replaceableBy(store, platform);
  return Promise.all(
    older.map(async ({ id, clientId, school }) => {
      const courses = (await coursesOfPlatform(store, school, id)).length;
      return { id, clientId, courses };
    }),
  );
}
