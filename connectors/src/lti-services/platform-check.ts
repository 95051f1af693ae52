import type { PlatformCheck } from '@buitenboord/shared/ports/platform-check.js';
import { createAccessTokens } from './access-tokens.js';
import type { TokenDeps } from './access-tokens.js';
import { createRoster } from './roster.js';
import { createServiceCall } from './service-call.js';
import { scopes } from './wire.js';

/** The check of an LTI platform. It keeps no token from one check to the next: an old one would say nothing about today. */
export function createPlatformCheck(deps: TokenDeps): PlatformCheck {
  return {
    async token(school, platform) {
      await createAccessTokens(deps).tokenFor({ school, platform, scope: scopes.membership });
    },
    async members(question) {
      const roster = createRoster({ call: createServiceCall(deps.outbound, createAccessTokens(deps)), now: deps.now });
      return (await roster.members(question)).members.length;
    },
  };
}
