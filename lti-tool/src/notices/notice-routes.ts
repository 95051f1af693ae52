import { z } from 'zod';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { isProblem, Problem } from '@buitenboord/shared/problem.js';
import { platforms } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { receiveNotice } from '@buitenboord/shared/use-cases/notices/receive-notice.js';
import type { PlatformKeys } from '../lti/platform-keys.js';
import { verifyNotice } from '../lti/verify-notice.js';
import type { OpenExchange, OpenRoute } from '../web/routes.js';

export interface NoticeDeps {
  store: Store;
  keys: PlatformKeys;
  now: Clock;
}

/** Where platforms send their notices: an address for each registration. Guarded by the signature of each notice. */
export function noticeRoutes(deps: NoticeDeps): OpenRoute[] {
  return [
    {
      method: 'post',
      path: '/lti/notices/:platform',
      may: 'anyone',
      body: 'json',
      handle: (exchange) => receive(deps, exchange),
    },
  ];
}

/** Platform Notification Service 1.0 §4.1: a batch of signed notices. */
const Batch = z.object({
  notices: z
    .array(z.object({ jwt: z.string().min(1).max(65_536) }))
    .min(1)
    .max(100),
});

/** Each on its own: one that isn't right doesn't keep the others out, and the platform hears of it. */
async function receive(deps: NoticeDeps, { req, res }: OpenExchange): Promise<void> {
  const platform = await deps.store.get(platforms, { id: String(req.params.platform) });
  if (!platform) throw new Problem('launch/unknown-platform', { at: 'notice' });
  if (platform.state !== 'active') throw new Problem('launch/platform-not-active', { platform: platform.id });
  const { notices } = Batch.parse(req.body);
  let refusal: Problem | undefined;
  for (const { jwt } of notices) {
    try {
      await receiveNotice(deps, await verifyNotice(deps, platform, jwt));
    } catch (error) {
      if (!isProblem(error)) throw error;
      refusal ??= error;
    }
  }
  if (refusal) throw refusal;
  res.status(200).json({});
}
