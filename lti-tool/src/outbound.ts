import type { Environment } from '@buitenboord/shared/runtime/env.js';
import { createOutbound, type Outbound } from '@buitenboord/shared/runtime/fetch-json.js';

/** The way to other servers, as the environment allows it. */
export function outboundOf(env: Pick<Environment, 'ALLOW_PRIVATE_PLATFORMS'>): Outbound {
  return createOutbound({ allowPrivate: env.ALLOW_PRIVATE_PLATFORMS, userAgent: 'Buitenboord (LTI tool)' });
}
