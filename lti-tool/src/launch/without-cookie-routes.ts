import { z } from 'zod';
import type { WaitingLaunch } from '@buitenboord/shared/domain/visit/visit.js';
import { hashOf, newSecret } from '@buitenboord/shared/ids.js';
import { isProblem, Problem } from '@buitenboord/shared/problem.js';
import { visits, waitingLaunches } from '@buitenboord/shared/store/collections.js';
import { change, type Store, type Stored, type Write } from '@buitenboord/shared/store/port.js';
import { activePlatforms } from '../web/active-platforms.js';
import { comeBackKey } from '../web/come-back-key.js';
import { firstPage } from '../web/first-page.js';
import { insistOnLiving, VisitAddress, visitAt } from '../web/open-visit.js';
import type { OpenExchange, OpenRoute } from '../web/routes.js';
import { sendOn } from '../web/send.js';
import { giveVisitCookie } from '../web/visit-cookie.js';
import { isSecretOf } from '../web/visit-proof.js';
import type { WithoutCookieDeps } from './offer-ways-in.js';

/** The ways in for a frame that keeps no cookies (docs/decisions/0021): a token for the frame itself, or a cookie where cookies are ours. */
export function withoutCookieRoutes(deps: WithoutCookieDeps): OpenRoute[] {
  const post = (path: `/${string}`, body: 'form' | 'json', handle: Handle): OpenRoute => ({
    method: 'post',
    path,
    body,
    may: 'anyone',
    async handle(exchange) {
      refuseOtherSites(exchange);
      exchange.res.set('Cache-Control', 'no-store');
      await handle(deps, exchange);
    },
  });
  return [
    post('/lti/new-window', 'form', openWithCookie),
    post('/lti/frame', 'json', openInFrame),
    post('/lti/frame/again', 'json', comeBack),
  ];
}

type Handle = (deps: WithoutCookieDeps, exchange: OpenExchange) => Promise<void>;

// Another site must not be able to log somebody in with a code of its own.
function refuseOtherSites({ req }: OpenExchange): void {
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') throw new Problem('request/cross-site', { site });
}

const CookieCode = z.strictObject({ code: z.string().min(1).max(100), stored: z.string().max(200).optional() });

/** A window of our own, or a frame that a person allowed our cookies: a plain cookie is first-party in the one and readable in the other. */
async function openWithCookie(deps: WithoutCookieDeps, { req, res }: OpenExchange): Promise<void> {
  const { code, stored } = CookieCode.parse(req.body);
  const { waiting, visit } = await waitingFor(deps, code, { buys: 'cookie', stored });
  const secret = newSecret();
  await useOnce(deps, waiting, change(visits, visit, { cookie: hashOf(secret) }));
  giveVisitCookie({ req, res }, { id: visit.id, secret, expiresAt: new Date(visit.expiresAt) }, 'plain');
  sendOn(res, 303, `/v/${visit.id}${firstPage(visit)}`);
}

const TokenCode = z.strictObject({ code: z.string().min(1).max(100), stored: z.string().min(1).max(200) });

/** The platform showed the secret of the login: the frame gets a token to hold in memory, and something the platform may keep for a reload. */
async function openInFrame(deps: WithoutCookieDeps, { req, res }: OpenExchange): Promise<void> {
  const { code, stored } = TokenCode.parse(req.body);
  const { waiting, visit } = await waitingFor(deps, code, { buys: 'token', stored });
  const { given, kept } = tokens(visit.id);
  await useOnce(deps, waiting, change(visits, visit, kept));
  res.json({ ...given, page: `/v/${visit.id}${firstPage(visit)}` });
}

const ComeBack = z.strictObject({ visit: VisitAddress, stored: z.string().min(1).max(200) });

/** A reload: the platform shows what it kept for this visit. It is good once; both secrets are new after it. */
async function comeBack(deps: WithoutCookieDeps, { req, res }: OpenExchange): Promise<void> {
  const { visit: id, stored } = ComeBack.parse(req.body);
  const visit = await visitAt(deps.store, id);
  if (!isSecretOf(visit.comeBack, stored)) throw new Problem('visit/other-browser', { visit: id });
  res.locals.locale = visit.locale;
  insistOnLiving(visit, deps.now());
  const active = await activePlatforms(deps.store, visit.school);
  if (!active.some((platform) => platform.id === visit.platform)) throw new Problem('visit/expired', { visit: id });
  const { given, kept } = tokens(id);
  await commitOnce(deps.store, [change(visits, visit, kept)], new Problem('visit/other-browser', { visit: id }));
  res.json(given);
}

/** What the frame is given, and the hashes of it that we keep. */
function tokens(visit: string) {
  const [token, comeBack] = [newSecret(), newSecret()];
  return {
    given: { visit, token, comeBack: { key: comeBackKey(visit), value: comeBack } },
    kept: { bearer: hashOf(token), comeBack: hashOf(comeBack) },
  };
}

interface Proof {
  buys: WaitingLaunch['buys'];
  stored: string | undefined;
}

async function waitingFor({ store, now }: WithoutCookieDeps, code: string, { buys, stored }: Proof) {
  const waiting = await store.get(waitingLaunches, { id: hashOf(code) });
  const isOver = !waiting || waiting.usedAt !== undefined || Date.parse(waiting.expiresAt) <= now().getTime();
  if (isOver || waiting.buys !== buys) throw new Problem('launch/unknown-state', { at: buys });
  if (waiting.storedSecret !== undefined && !isSecretOf(waiting.storedSecret, stored ?? ''))
    throw new Problem('launch/other-browser', { at: buys });
  const visit = await store.get(visits, { school: waiting.school, id: waiting.visit });
  if (!visit) throw new Problem('launch/unknown-state', { at: buys });
  return { waiting, visit };
}

/** The use of the code and what it buys, in one commit: of two who come at once, one gets it. */
async function useOnce(
  { store, now }: WithoutCookieDeps,
  waiting: Stored<WaitingLaunch, 'installation'>,
  bought: Write,
): Promise<void> {
  const usedAt = now().toISOString();
  await commitOnce(
    store,
    [change(waitingLaunches, waiting, { usedAt }), bought],
    new Problem('launch/unknown-state', { at: waiting.buys }),
  );
}

async function commitOnce(store: Store, writes: readonly Write[], late: Problem): Promise<void> {
  try {
    await store.commit([...writes]);
  } catch (error) {
    throw isProblem(error, 'store/conflict') ? late : error;
  }
}
