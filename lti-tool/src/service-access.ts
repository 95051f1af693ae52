import type { Platform } from '@buitenboord/shared/domain/school/school.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { Problem } from '@buitenboord/shared/problem.js';
import type { Outbound } from '@buitenboord/shared/runtime/fetch-json.js';
import { platforms } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import type { SigningKey, ToolKeys } from './lti/tool-keys.js';

interface Foundations {
  store: Store;
  outbound: Outbound;
  toolKeys: ToolKeys;
  now: Clock;
}

/** What the services of a platform need: the way out, the registration, the key to sign with. */
export interface ServiceAccess {
  outbound: Outbound;
  now: Clock;
  platformOf(school: string, platform: string): Promise<Platform>;
  signingKey(school: string): Promise<SigningKey>;
}

/** Gives services access to the platforms of each school, and to no other school's. */
export function serviceAccess({ store, outbound, toolKeys, now }: Foundations): ServiceAccess {
  return {
    outbound,
    now,
    platformOf: (school, platform) => platformOfSchool(store, school, platform),
    signingKey: (school) => toolKeys.signingKey(school),
  };
}

async function platformOfSchool(store: Store, school: string, id: string): Promise<Platform> {
  const platform = await store.get(platforms, { id });
  if (platform?.school !== school) throw new Problem('launch/unknown-platform', { platform: id });
  return platform;
}
