import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { Store } from '@buitenboord/shared/store/port.js';

export interface CoverageDeps {
  store: Store;
  now: Clock;
}
