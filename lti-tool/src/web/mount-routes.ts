import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { Signer, Vault } from '@buitenboord/shared/ports/vault.js';
import { Problem } from '@buitenboord/shared/problem.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { localeFrom, textIn, type Locale } from '@buitenboord/shared/text/text.js';
import { askToComeBack } from './come-back-page.js';
import { formTokenOf, isFormToken } from './form-token.js';
import { setPagePolicy } from './headers.js';
import { renderPage } from './layout.js';
import { grantsOf, insistOnLiving, noteSeen, schoolOf, visitOf, type VisitDeps } from './open-visit.js';
import { readSmallFile } from './read-small-file.js';
import { fullPath, type Body, type OpenExchange, type Route, type VisitExchange, type VisitRoute } from './routes.js';
import { addressIn } from './signed-address.js';
import { mayBeReload, proofOf, type Proof } from './visit-proof.js';
import { activePlatforms, originsOf } from './active-platforms.js';
import { sendHtml } from './send.js';

export interface RouteDeps extends VisitDeps {
  store: Store;
  vault: Vault & Signer;
}

// A schedule of 200 days has four fields a day.
const readers: Readonly<Record<Body, RequestHandler[]>> = {
  form: [express.urlencoded({ extended: false, limit: '128kb', parameterLimit: 1000 })],
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
  const visit = await visitOf(deps.store, req);
  res.locals.locale = visit.locale;
  const signed = route.signed === true;
  const proof = proofOf(deps, { req, visit, signed });
  if (!proof && (signed || !mayBeReload(req, visit))) throw new Problem('visit/other-browser', { visit: visit.id });
  insistOnLiving(visit, deps.now());
  // A platform that the school removed brings nobody in any more, and ends who was in.
  const platform = platforms.find(({ id }) => id === visit.platform);
  if (!platform) throw new Problem('visit/expired', { visit: visit.id });
  const framedBy = res.locals.framedBy as string[];
  if (!proof) return askToComeBack(open, { visit, platform, framedBy });
  await noteSeen(deps, visit);
  await answerVisitor(deps, route, inVisit(deps, open, { visit, proof, framedBy }));
}

/** What a handler gets of the visit, once it is proven. */
function inVisit(
  deps: RouteDeps,
  { req, res, page }: OpenExchange,
  { visit, proof, framedBy }: { visit: VisitExchange['visit']; proof: Proof; framedBy: readonly string[] },
): Omit<VisitExchange, 'grants'> {
  return {
    ...openExchange(req, res, visit.locale),
    page: (shown, policy = {}) => page(shown, { framedBy, ...policy }),
    visit,
    formToken: formTokenOf(deps.vault, visit.id),
    url: proof === 'bearer' ? addressIn(deps.vault, visit, deps.now()) : (path = '') => `/v/${visit.id}${path}`,
  };
}

async function answerVisitor(
  deps: RouteDeps,
  route: VisitRoute,
  exchange: Omit<VisitExchange, 'grants'>,
): Promise<void> {
  const { req, visit } = exchange;
  const grants = await grantsOf(deps.store, visit);
  const roles: readonly string[] = ['visitor', ...visit.roles, ...grants];
  if (!route.may.some((role) => roles.includes(role))) throw new Problem('request/not-allowed', { visit: visit.id });
  if (route.method !== 'get') refuseForeignRequest(deps.vault, req, visit.id, route.body);
  await route.handle({ ...exchange, grants });
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
