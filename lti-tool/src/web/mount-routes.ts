import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { Signer, Vault } from '@buitenboord/shared/ports/vault.js';
import { Problem } from '@buitenboord/shared/problem.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { localeFrom, textIn, type Locale } from '@buitenboord/shared/text/text.js';
import { formTokenOf, isFormToken } from './form-token.js';
import { setPagePolicy } from './headers.js';
import { renderPage } from './layout.js';
import { grantsOf, openVisit, schoolOf, type VisitDeps } from './open-visit.js';
import { readSmallFile } from './read-small-file.js';
import { fullPath, type Body, type OpenExchange, type Route, type VisitRoute } from './routes.js';
import { activePlatforms, originsOf } from './active-platforms.js';
import { sendHtml } from './send.js';

export interface RouteDeps extends VisitDeps {
  store: Store;
  vault: Vault & Signer;
}

const readers: Readonly<Record<Body, RequestHandler[]>> = {
  form: [express.urlencoded({ extended: false, limit: '128kb', parameterLimit: 400 })],
  json: [express.json({ limit: '64kb' })],
  file: [readSmallFile],
  stream: [],
  multipart: [],
};

/** Mounts every route with its guard in front. The list is what the authorization test walks through. */
export function mountRoutes(app: Express, deps: RouteDeps, routes: readonly Route[]): void {
  for (const route of routes) {
    const handler = async (req: Request, res: Response): Promise<void> => {
      const exchange = openExchange(req, res, localeFrom(req.acceptsLanguages('nl', 'en') || undefined));
      if (route.may === 'anyone') return route.handle(exchange);
      await guarded(deps, route, exchange);
    };
    app[route.method](fullPath(route), ...readers[route.body ?? 'form'], handler);
  }
}

function openExchange(req: Request, res: Response, locale: Locale): OpenExchange {
  return {
    req,
    res,
    text: textIn(locale),
    reference: referenceOf(res),
    page: (page, policy = {}) => {
      setPagePolicy(res, policy);
      sendHtml(res, renderPage(page));
    },
  };
}

/** Every request has an id, given by the first middleware. */
export function referenceOf(res: Response): string {
  return String(res.locals.reference);
}

async function guarded(deps: RouteDeps, route: VisitRoute, open: OpenExchange): Promise<void> {
  const { req, res } = open;
  // First, so that a visit that is over says so inside the LMS too.
  const platforms = await activePlatforms(deps.store, schoolOf(req));
  res.locals.framedBy = originsOf(platforms);
  const visit = await openVisit(deps, req);
  res.locals.locale = visit.locale;
  // A platform that the school removed brings nobody in any more, and ends who was in.
  if (!platforms.some(({ id }) => id === visit.platform)) throw new Problem('visit/expired', { visit: visit.id });
  const grants = await grantsOf(deps.store, visit);
  const roles: readonly string[] = ['visitor', ...visit.roles, ...grants];
  if (!route.may.some((role) => roles.includes(role))) throw new Problem('request/not-allowed', { visit: visit.id });
  if (route.method !== 'get') refuseForeignRequest(deps.vault, req, visit.id, route.body);
  const framedBy = res.locals.framedBy as string[];
  await route.handle({
    ...openExchange(req, res, visit.locale),
    page: (page, policy = {}) => open.page(page, { framedBy, ...policy }),
    visit,
    grants,
    formToken: formTokenOf(deps.vault, visit.id),
    url: (path = '') => `/v/${visit.id}${path}`,
  });
}

// A form of ours carries the token; a browser says besides where a request came from.
function refuseForeignRequest(signer: Signer, req: Request, visit: string, kind: Body = 'form'): void {
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') throw new Problem('request/cross-site', { site });
  // Its token comes with the body, which only the handler reads.
  if (kind === 'multipart') return;
  const body = req.body as { token?: unknown } | undefined;
  const token = req.headers['x-form-token'] ?? body?.token;
  if (!isFormToken(signer, visit, token)) throw new Problem('request/token-missing', { visit });
  if (body) delete body.token;
}
