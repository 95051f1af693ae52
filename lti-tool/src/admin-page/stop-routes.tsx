import { z } from 'zod';
import { deactivatePlatform, removePlatform } from '@buitenboord/shared/use-cases/school/end-platform.js';
import { getPlatform } from '@buitenboord/shared/use-cases/school/keep-platforms.js';
import { consequencesOfEnding } from '@buitenboord/shared/use-cases/school/platform-courses.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { may, type AdminPageDeps } from './admin-page-deps.js';
import { platformName } from './platform-name.js';
import { StopPage } from './stop-page.js';
import { StoppedPage } from './stopped-page.js';

const Id = z.string().min(1).max(64);
const Chosen = z.strictObject({ platform: Id });

type Deps = Pick<AdminPageDeps, 'store' | 'now'>;

/** Switching a platform off, or removing it: first what hangs on it, then the button. */
export function stopRoutes(deps: Deps): VisitRoute[] {
  return [
    { method: 'get', path: '/school/platforms/:platform/stop', may, handle: (exchange) => show(deps, exchange) },
    { method: 'post', path: '/school/platform/deactivate', may, handle: (exchange) => end(deps, exchange, 'off') },
    { method: 'post', path: '/school/platform/remove', may, handle: (exchange) => end(deps, exchange, 'removed') },
  ];
}

async function show({ store }: Deps, { req, visit, text, formToken, url, page }: VisitExchange): Promise<void> {
  const platform = await getPlatform(store, visit.school, Id.parse(req.params.platform));
  const { id, state } = platform;
  const consequences = await consequencesOfEnding(store, visit.school, id);
  const about = {
    id,
    name: platformName(text, platform),
    isOff: state === 'inactive',
    isOwn: id === visit.platform,
    ...consequences,
  };
  page(StopPage({ text, formToken, url: url('/school'), ...about }));
}

async function end(deps: Deps, exchange: VisitExchange, what: 'off' | 'removed'): Promise<void> {
  const { req, res, visit, text, url, page } = exchange;
  const { platform: id } = Chosen.parse(req.body);
  const ending = { school: visit.school, id, actor: visit.person };
  if (what === 'off') await deactivatePlatform(deps, ending);
  else await removePlatform(deps, ending);
  // Her own visit ended with it, so that there is no page left to send her to.
  if (id === visit.platform) return page(StoppedPage({ text, what }));
  res.redirect(303, url('/school'));
}
