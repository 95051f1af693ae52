import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { PlatformCheck } from '@buitenboord/shared/ports/platform-check.js';
import type { Outbound } from '@buitenboord/shared/runtime/fetch-json.js';
import type { PrivateAllowed } from '@buitenboord/shared/runtime/private-addresses.js';
import type { StoreProof } from '@buitenboord/shared/ports/store-proof.js';
import type { Store } from '@buitenboord/shared/store/port.js';

export interface AdminPageDeps {
  store: Store;
  now: Clock;
  baseUrl: string;
  outbound: Outbound;
  platformCheck: PlatformCheck;
  /** Which LMSs inside a network may be connected. */
  allowPrivate: PrivateAllowed;
  /** How far the database is proven, where that is not a matter of course. */
  storeProof?: StoreProof | undefined;
}

/** Who may see and change the platforms of a school. */
export const may = ['schoolAdministrator'] as const;
