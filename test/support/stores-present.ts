import type { Store } from '@buitenboord/shared/store/port.js';
import { openTestStore } from './test-store.js';

/** Every store that this installation can open, empty: what holds on one must hold on all. A store that gets an adapter gets a line here. */
export const storesPresent: readonly (readonly [name: string, open: () => Promise<Store>])[] = [
  ['SQLite', openTestStore],
];
