import type { Store } from '@buitenboord/shared/store/port.js';
import { openTestStore } from './test-store.js';

/** A store that the same tests run on. A new adapter is one more entry. */
export interface StoreHarness {
  name: string;
  /** Empty; `close` lets go of everything. */
  open: () => Promise<Store>;
}

export const storeHarnesses: readonly StoreHarness[] = [{ name: 'SQLite', open: openTestStore }];
