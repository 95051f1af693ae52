import { z } from 'zod';
import { hashOf, newSecret } from '@buitenboord/shared/ids.js';
import { Problem } from '@buitenboord/shared/problem.js';
import type { Log } from '@buitenboord/shared/runtime/log.js';
import { platforms, visits, waitingLaunches } from '@buitenboord/shared/store/collections.js';
import { decideAgain } from '@buitenboord/shared/store/decide-again.js';
import { change, put } from '@buitenboord/shared/store/port.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { beginLogin, loginCookieName, loginLivesMs, type LoginDeps } from '../lti/login.js';
import { toldWith } from '../lti/at-step.js';
import { platformError } from '../lti/platform-error.js';
import type { ToolKeys } from '../lti/tool-keys.js';
import { verifyLaunch, type VerifiedLaunch, type VerifyDeps } from '../lti/verify-launch.js';
import type { OpenExchange, OpenRoute } from '../web/routes.js';
import { cookiesOf, dropCookie, giveLoginCookie, giveVisitCookie, visitsOfBrowser } from '../web/visit-cookie.js';
import { firstPage } from '../web/first-page.js';
import { activePlatforms, originsOf } from '../web/active-platforms.js';
import { sendOn } from '../web/send.js';
import type { OpenedCourse } from './after-launch.js';
import { beginVisit, type BegunVisit } from './begin-visit.js';
import { KeepSecretPage, NewWindowPage } from './launch-pages.js';
import { rememberingRefusals } from './remembering-refusals.js';

export interface LaunchDeps extends LoginDeps, VerifyDeps {
  toolKeys: ToolKeys;
  log: Log;
  /** A launch happened: for the log, with ids only. */
  launched: (facts: { platform: string; message: string; cookie: boolean }) => void;
  /** What a launch gives occasion to. Nobody waits for it. */
  afterLaunch: (opened: OpenedCourse) => void;
}

/** The doors of LTI: login, launch, the new window for frames without cookies, and our public keys. */
export function launchRoutes(deps: LaunchDeps): OpenRoute[] {
  const login = rememberingRefusals(deps, (exchange) => beginAndSendOn(deps, exchange));
  const launched = rememberingRefusals(deps, (exchange) => launch(deps, exchange));
  return [
    { method: 'get', path: '/lti/login', may: 'anyone', handle: login },
    { method: 'post', path: '/lti/login', may: 'anyone', handle: login },
    { method: 'post', path: '/lti/launch', may: 'anyone', handle: launched },
    { method: 'post', path: '/lti/new-window', may: 'anyone', handle: (exchange) => openInNewWindow(deps, exchange) },
    { method: 'get', path: '/lti/jwks/:school', may: 'anyone', handle: (exchange) => publishKeys(deps, exchange) },
  ];
}

async function beginAndSendOn(deps: LaunchDeps, { req, res, text, page }: OpenExchange): Promise<void> {
  const begun = await beginLogin(
    deps,
    (req.method === 'GET' ? req.query : (req.body ?? {})) as Record<string, unknown>,
  );
  giveLoginCookie(res, begun.cookieName, begun.cookieSecret, loginLivesMs / 1000);
  res.set('Cache-Control', 'no-store');
  if (!begun.storage) return sendOn(res, 302, begun.redirectTo);
  // The page is shown in the LMS's frame before we know whose school it is: any of the platform's own pages may frame it.
  const { origin } = begun.storage;
  page(KeepSecretPage({ text, begun, storage: begun.storage }), { framedBy: [origin] });
}

/** A state carries the login's target (at most 4,096 characters) and deployment. */
const maxState = 8192;

const Posted = z.object({
  id_token: z.string().min(1).max(65_536),
  state: z.string().min(1).max(maxState),
});

/** The platform's no, posted here instead of a token (OpenID Connect Core §3.1.2.6). */
const Refused = z.object({ error: z.string().min(1).max(200), state: z.string().max(maxState).default('') });

async function launch(deps: LaunchDeps, exchange: OpenExchange): Promise<void> {
  const { req, res } = exchange;
  const refusal = Refused.safeParse(req.body);
  if (refusal.success) throw toldWith(platformError(deps.logins, refusal.data), { step: 'platformAgrees' });
  const posted = Posted.safeParse(req.body);
  if (!posted.success) throw incomplete(posted.error);
  const { id_token: idToken, state } = posted.data;
  const cookieSecret = cookiesOf(req).get(loginCookieName(state));
  const { verified, begun } = await decideAgain(async () => {
    const verified = await verifyLaunch(deps, { idToken, state, ...(cookieSecret && { cookieSecret }) });
    res.locals.locale = verified.launch.locale;
    if (verified.kind === 'noCookie') await refuseUnlessFromPlatform(deps, exchange, verified);
    return { verified, begun: await beginVisit(deps, verified, visitsOfBrowser(req)) };
  });
  deps.launched({
    platform: verified.launch.platform,
    message: verified.launch.message,
    cookie: verified.kind === 'bound',
  });
  deps.afterLaunch(begun.opened);
  if (verified.kind === 'noCookie') return offerNewWindow(deps, exchange, verified, begun);
  dropCookie(res, loginCookieName(state));
  enter(exchange, begun);
}

/** A launch without its two fields, or with one of them twice, is refused as one with the wrong ones: 401 (Security Framework §5.1.3). */
function incomplete({ issues }: z.ZodError): Problem {
  const parameter = issues[0]?.path.join('.');
  const code = parameter === 'state' ? 'launch/unknown-state' : 'launch/malformed-token';
  return new Problem(code, { parameter, step: 'launchIsComplete' });
}

function enter({ req, res }: OpenExchange, begun: Omit<BegunVisit, 'opened'>): void {
  giveVisitCookie(req, res, begun.id, begun.secret, begun.expiresAt);
  sendOn(res, 303, `/v/${begun.id}${begun.firstPage}`);
}

/**
 * Without a cookie nothing shows that this browser began the login, except where the post comes from: a browser says so itself (Origin), and no
 * other site can make it say the platform's name. A platform that offered to keep our secret can show it instead.
 */
async function refuseUnlessFromPlatform(
  deps: LaunchDeps,
  { req }: OpenExchange,
  verified: VerifiedLaunch,
): Promise<void> {
  if (verified.login.storage || (await isFromPlatform(deps, req.headers.origin, verified))) return;
  throw new Problem('launch/no-cookie', { platform: verified.launch.platform });
}

async function isFromPlatform(
  deps: LaunchDeps,
  origin: string | undefined,
  { login }: VerifiedLaunch,
): Promise<boolean> {
  const platform = await deps.store.get(platforms, { id: login.platform });
  return origin !== undefined && platform !== undefined && origin === new URL(platform.authUrl).origin;
}

const newWindowSeconds = 300;

async function offerNewWindow(
  deps: LaunchDeps,
  exchange: OpenExchange,
  verified: VerifiedLaunch,
  begun: BegunVisit,
): Promise<void> {
  const { req, res, page, reference } = exchange;
  const text = textIn(verified.launch.locale);
  const code = newSecret();
  const fromPlatform = await isFromPlatform(deps, req.headers.origin, verified);
  const waiting = {
    school: verified.launch.school,
    visit: begun.id,
    ...(!fromPlatform && { storedSecret: hashOf(verified.login.cookieSecret) }),
    expiresAt: new Date(deps.now().getTime() + newWindowSeconds * 1000).toISOString(),
  };
  await deps.store.commit([put(waitingLaunches, { id: hashOf(code) }, waiting, 0)]);
  const platform = await deps.store.get(platforms, { id: verified.launch.platform });
  const storage = verified.login.storage && platform ? new URL(platform.authUrl).origin : undefined;
  const state = Posted.parse(req.body).state;
  res.status(401);
  page(NewWindowPage({ text, code, reference, ...(storage && { storage: { origin: storage, key: state } }) }), {
    framedBy: originsOf(await activePlatforms(deps.store, verified.launch.school)),
  });
}

const NewWindow = z.strictObject({ code: z.string().min(1).max(100), stored: z.string().max(200).optional() });

async function openInNewWindow(deps: LaunchDeps, exchange: OpenExchange): Promise<void> {
  const { req, res } = exchange;
  const site = req.headers['sec-fetch-site'];
  // Another site must not be able to log somebody in with a code of its own.
  if (site !== undefined && site !== 'same-origin') throw new Problem('request/cross-site', { site });
  const { code, stored } = NewWindow.parse(req.body);
  const waiting = await deps.store.get(waitingLaunches, { id: hashOf(code) });
  const now = deps.now();
  if (!waiting || waiting.usedAt || Date.parse(waiting.expiresAt) <= now.getTime())
    throw new Problem('launch/unknown-state', { at: 'new-window' });
  if (waiting.storedSecret && hashOf(stored ?? '') !== waiting.storedSecret)
    throw new Problem('launch/other-browser', { at: 'new-window' });
  const visit = await deps.store.get(visits, { school: waiting.school, id: waiting.visit });
  if (!visit) throw new Problem('launch/unknown-state', { at: 'new-window' });
  const secret = newSecret();
  await deps.store.commit([
    change(waitingLaunches, waiting, { usedAt: now.toISOString() }),
    change(visits, visit, { cookie: hashOf(secret) }),
  ]);
  res.set('Cache-Control', 'no-store');
  enter(exchange, { id: visit.id, secret, expiresAt: new Date(visit.expiresAt), firstPage: firstPage(visit) });
}

async function publishKeys(deps: LaunchDeps, { req, res }: OpenExchange): Promise<void> {
  const keys = await deps.toolKeys.publicKeys(String(req.params.school));
  res.set('Cache-Control', 'public, max-age=300').json(keys);
}
