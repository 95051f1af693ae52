import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { Problem } from '@buitenboord/shared/problem.js';
import type { VerifiedNotice } from '@buitenboord/shared/use-cases/notices/receive-notice.js';
import { z } from 'zod';
import { passAll } from './check-list.js';
import { leewayMs, senderChecks } from './checks.js';
import type { KnownPlatform } from './find-platform.js';
import type { PlatformKeys } from './platform-keys.js';
import { tokenChecks } from './token-checks.js';
import { signedClaims } from './verify-launch.js';
import { names } from './wire.js';

interface Deps {
  keys: PlatformKeys;
  now: Clock;
}

/** Canvas gives a notice an hour. Nothing older is taken, whatever its own `exp` says. */
const noticeLivesMs = 60 * 60_000;

const id = z.string().min(1).max(255);

/** Platform Notification Service 1.0 §4. `jti` by the standard; Canvas sends `nonce`. */
const Notice = z.object({
  jti: id.optional().catch(undefined),
  nonce: id.optional().catch(undefined),
  iat: z.number(),
  exp: z.number(),
  [names.version]: z.literal('1.3.0'),
  [names.deployment]: id,
  [names.notice]: z.object({ id: id.optional().catch(undefined), type: z.string().min(1).max(100) }),
  [names.context]: z.object({ id }).optional().catch(undefined),
  // Texts by Canvas's documentation; objects with an id are as clear.
  [names.originContexts]: z
    .array(z.union([id, z.object({ id }).transform((origin) => origin.id)]))
    .max(100)
    .optional()
    .catch(undefined),
});

/**
 * Verifies a notice as strictly as a launch (Security Framework §5.1.3): key of this platform, issuer, audience, times, deployment. That it comes once
 * is decided by `receiveNotice`. Throws a `launch/…` Problem.
 */
export async function verifyNotice(deps: Deps, platform: KnownPlatform, token: string): Promise<VerifiedNotice> {
  const nowMs = deps.now().getTime();
  const claims = await signedClaims({ checks: tokenChecks, keys: deps.keys }, platform, token);
  await passAll(senderChecks, { claims, platform, nowMs });
  const notice = Notice.safeParse(claims);
  if (!notice.success) throw new Problem('launch/missing-claim', { claim: notice.error.issues[0]?.path.join('.') });
  const told = notice.data;
  insistOnTime(told.iat, nowMs);
  const deployment = told[names.deployment];
  if (!platform.deployments.includes(deployment))
    throw new Problem('launch/unknown-deployment', { platform: platform.id, deployment });
  const own = told.jti ?? told.nonce;
  if (own === undefined) throw new Problem('launch/missing-claim', { claim: 'jti' });
  return {
    school: platform.school,
    platform: platform.id,
    deployment,
    id: own,
    expiresAt: new Date(Math.min(told.exp * 1000, nowMs + noticeLivesMs) + leewayMs),
    type: told[names.notice].type,
    ...copyIn(told),
  };
}

/** No login asked for it, so only its own word says when it began. */
function insistOnTime(issuedAt: number, nowMs: number): void {
  if (issuedAt * 1000 > nowMs + leewayMs) throw new Problem('launch/too-early', { claim: 'iat' });
  if (issuedAt * 1000 < nowMs - noticeLivesMs - leewayMs) throw new Problem('launch/expired', { claim: 'iat' });
}

function copyIn(told: z.infer<typeof Notice>): Pick<VerifiedNotice, 'copy'> {
  const context = told[names.context]?.id;
  if (told[names.notice].type !== 'LtiContextCopyNotice' || context === undefined) return {};
  return { copy: { context, origins: told[names.originContexts] ?? [] } };
}
