import { z } from 'zod';
import type { Vault } from '@buitenboord/shared/ports/vault.js';
import { Problem } from '@buitenboord/shared/problem.js';
import type { Log } from '@buitenboord/shared/runtime/log.js';
import { decideAgain } from '@buitenboord/shared/store/decide-again.js';
import { beginLogin, loginCookieName, loginLivesMs, type LoginDeps } from '../lti/login.js';
import { toldWith } from '../lti/at-step.js';
import { platformError } from '../lti/platform-error.js';
import type { ToolKeys } from '../lti/tool-keys.js';
import { verifyLaunch, type VerifyDeps } from '../lti/verify-launch.js';
import type { OpenExchange, OpenRoute } from '../web/routes.js';
import {
  cookiesOf,
  dropCookie,
  giveLoginCookie,
  giveProbeCookie,
  giveVisitCookie,
  keepsCookies,
  visitsOfBrowser,
  type CookieKind,
} from '../web/visit-cookie.js';
import { originsOf } from '../web/active-platforms.js';
import { sendOn } from '../web/send.js';
import type { OpenedCourse } from './after-launch.js';
import { askInBackground, type AskDeps } from './ask-in-background.js';
import { beginVisit, type BegunVisit } from './begin-visit.js';
import { KeepSecretPage } from './launch-pages.js';
import { offerWaysIn, refuseUnlessProvable, type WithoutCookieDeps } from './offer-ways-in.js';
import { rememberingRefusals } from './remembering-refusals.js';
import { withoutCookieRoutes } from './without-cookie-routes.js';

export interface LaunchDeps extends LoginDeps, VerifyDeps, WithoutCookieDeps, AskDeps {
  toolKeys: ToolKeys;
  log: Log;
  /** A launch happened: for the log, with ids only. */
  launched: (facts: { platform: string; message: string; cookie: boolean; migration?: string }) => void;
  /** What a launch gives occasion to. Nobody waits for it. */
  afterLaunch: (opened: OpenedCourse) => void;
  vault: Vault;
}

/** The doors of LTI: login, launch, the ways in for frames without cookies, and our public keys. */
export function launchRoutes(deps: LaunchDeps): OpenRoute[] {
  const login = rememberingRefusals(deps, (exchange) => beginAndSendOn(deps, exchange));
  const launched = rememberingRefusals(deps, (exchange) => launch(deps, exchange));
  return [
    { method: 'get', path: '/lti/login', may: 'anyone', handle: login },
    { method: 'post', path: '/lti/login', may: 'anyone', handle: login },
    { method: 'post', path: '/lti/launch', may: 'anyone', handle: launched },
    ...withoutCookieRoutes(deps),
    { method: 'get', path: '/lti/jwks/:school', may: 'anyone', handle: (exchange) => publishKeys(deps, exchange) },
  ];
}

async function beginAndSendOn(deps: LaunchDeps, { req, res, text, page }: OpenExchange): Promise<void> {
  const begun = await beginLogin(
    deps,
    (req.method === 'GET' ? req.query : (req.body ?? {})) as Record<string, unknown>,
  );
  const kind = cookieKind(deps);
  giveLoginCookie(res, { name: begun.cookieName, secret: begun.cookieSecret, seconds: loginLivesMs / 1000 }, kind);
  res.set('Cache-Control', 'no-store');
  // A cookie of ours came along: this one will too, and nobody needs to keep anything.
  const { storage } = begun;
  if (!storage || !deps.frameWays.platformStorage || keepsCookies(req)) return sendOn(res, 302, begun.redirectTo);
  giveProbeCookie(res, kind);
  page(KeepSecretPage({ text, begun, storage }), { framedBy: originsOf([begun.platform]) });
}

function cookieKind({ frameWays }: LaunchDeps): CookieKind {
  return frameWays.partitionedCookie ? 'partitioned' : 'plain';
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
    if (verified.kind === 'noCookie') await refuseUnlessProvable(deps, exchange, verified);
    return { verified, begun: await beginVisit(deps, verified, visitsOfBrowser(req)) };
  });
  deps.launched({
    platform: verified.launch.platform,
    message: verified.launch.message,
    cookie: verified.kind === 'bound',
    ...(begun.migration && { migration: begun.migration }),
  });
  deps.afterLaunch(begun.opened);
  askInBackground(deps, verified.launch);
  if (verified.kind === 'noCookie') return offerWaysIn(deps, exchange, { verified, visit: begun.id });
  dropCookie(res, loginCookieName(state), cookieKind(deps));
  enter(exchange, begun, cookieKind(deps));
}

/** A launch without its two fields, or with one of them twice, is refused as one with the wrong ones: 401 (Security Framework §5.1.3). */
function incomplete({ issues }: z.ZodError): Problem {
  const parameter = issues[0]?.path.join('.');
  const code = parameter === 'state' ? 'launch/unknown-state' : 'launch/malformed-token';
  return new Problem(code, { parameter, step: 'launchIsComplete' });
}

function enter(exchange: OpenExchange, begun: Omit<BegunVisit, 'opened'>, kind: CookieKind): void {
  giveVisitCookie(exchange, begun, kind);
  sendOn(exchange.res, 303, `/v/${begun.id}${begun.firstPage}`);
}

async function publishKeys(deps: LaunchDeps, { req, res }: OpenExchange): Promise<void> {
  const keys = await deps.toolKeys.publicKeys(String(req.params.school));
  res.set('Cache-Control', 'public, max-age=300').json(keys);
}
