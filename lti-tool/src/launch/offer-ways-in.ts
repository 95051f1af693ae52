import { z } from 'zod';
import type { Platform } from '@buitenboord/shared/domain/school/school.js';
import type { WaitingLaunch } from '@buitenboord/shared/domain/visit/visit.js';
import { hashOf, newSecret } from '@buitenboord/shared/ids.js';
import { Problem } from '@buitenboord/shared/problem.js';
import { platforms, waitingLaunches } from '@buitenboord/shared/store/collections.js';
import { put, type Store, type Write } from '@buitenboord/shared/store/port.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { loginCookieName } from '../lti/login.js';
import { storagePlaceOf } from '../lti/platform-storage.js';
import type { VerifiedLaunch } from '../lti/verify-launch.js';
import { activePlatforms, originsOf } from '../web/active-platforms.js';
import { formsOf } from '../web/forms-of-visit.js';
import type { OpenExchange } from '../web/routes.js';
import type { FrameWays } from './frame-ways.js';
import { NewWindowPage } from './launch-pages.js';

export interface WithoutCookieDeps {
  store: Store;
  now: () => Date;
  frameWays: FrameWays;
}

/**
 * Without a cookie nothing shows that this browser began the login, except where the post comes from: a browser says so itself (Origin), and no
 * other site can make it say the platform's name. A platform that offered to keep our secret can show it instead. Throws `launch/no-cookie`.
 */
export async function refuseUnlessProvable(
  deps: WithoutCookieDeps,
  { req }: OpenExchange,
  { login, launch }: VerifiedLaunch,
): Promise<void> {
  const platform = await deps.store.get(platforms, { id: login.platform });
  if (platform && (storageOffered(deps, login, platform) || isFromPlatform(req.headers.origin, platform))) return;
  throw new Problem('launch/no-cookie', { platform: launch.platform });
}

const tokenCodeMs = 60_000;
/** A person has to read and press. */
const cookieCodeMs = 5 * 60_000;

/** Answers a verified launch without its cookie: nothing of the visit, but codes for the ways in that this browser may have. */
export async function offerWaysIn(
  deps: WithoutCookieDeps,
  exchange: OpenExchange,
  { verified: { login, launch }, visit }: { verified: VerifiedLaunch; visit: string },
): Promise<void> {
  const { req, res, page, reference } = exchange;
  const platform = await deps.store.get(platforms, { id: login.platform });
  const place = platform && storageOffered(deps, login, platform);
  const provenByOrigin = platform !== undefined && isFromPlatform(req.headers.origin, platform);
  const [token, cookie] = [newSecret(), newSecret()];
  const waiting = { school: launch.school, visit };
  const stored = { storedSecret: hashOf(login.cookieSecret) };
  await deps.store.commit([
    waits(cookie, { ...waiting, buys: 'cookie', ...(!provenByOrigin && stored) }, deps.now().getTime() + cookieCodeMs),
    ...(place ? [waits(token, { ...waiting, buys: 'token', ...stored }, deps.now().getTime() + tokenCodeMs)] : []),
  ]);
  const storage = place && { place, key: loginCookieName(stateOf(req.body)), code: token };
  const { storageAccess } = deps.frameWays;
  res.status(401);
  // Whoever keeps trying is stopped by counting refusals; this launch is a true one.
  res.locals.isRefused = false;
  page(
    NewWindowPage({ text: textIn(launch.locale), code: cookie, reference, storageAccess, ...(storage && { storage }) }),
    {
      framedBy: originsOf(await activePlatforms(deps.store, launch.school)),
      formsTo: formsOf(launch),
    },
  );
}

function waits(code: string, waiting: Omit<WaitingLaunch, 'expiresAt'>, untilMs: number): Write {
  const expiresAt = new Date(untilMs).toISOString();
  return put(waitingLaunches, { id: hashOf(code) }, { ...waiting, expiresAt }, 0);
}

function stateOf(body: unknown): string {
  return z.object({ state: z.string() }).parse(body).state;
}

function storageOffered({ frameWays }: WithoutCookieDeps, login: VerifiedLaunch['login'], platform: Platform) {
  if (!frameWays.platformStorage || login.storageTarget === undefined) return undefined;
  return storagePlaceOf(platform, login.storageTarget);
}

function isFromPlatform(origin: string | undefined, platform: Platform): boolean {
  return origin === new URL(platform.authUrl).origin;
}
