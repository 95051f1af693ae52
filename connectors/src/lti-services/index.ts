import type { Gradebook } from '@buitenboord/shared/ports/gradebook.js';
import type { Columns } from '@buitenboord/shared/ports/columns.js';
import type { Notices } from '@buitenboord/shared/ports/notices.js';
import type { Roster } from '@buitenboord/shared/ports/roster.js';
import { createAccessTokens } from './access-tokens.js';
import type { TokenDeps } from './access-tokens.js';
import { createGradebook } from './gradebook.js';
import { createLineItems } from './line-items.js';
import { createNoticeHandlers } from './notice-handlers.js';
import { createRoster } from './roster.js';
import { createServiceCall } from './service-call.js';

export type { ServicePlatform, TokenDeps } from './access-tokens.js';

export type LtiServices = Gradebook & Roster & Columns & Notices;

/** The services of an LMS behind an LTI registration: gradebook, roster, columns and notices, with one store of access tokens. */
export function createLtiServices(deps: TokenDeps): LtiServices {
  const call = createServiceCall(deps.outbound, createAccessTokens(deps));
  const { now } = deps;
  return {
    ...createGradebook({ ...deps, call }),
    ...createRoster({ call, now }),
    ...createLineItems({ call, now }),
    ...createNoticeHandlers({ call, now }),
  };
}
