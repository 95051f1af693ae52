import type { Store } from '@buitenboord/shared/store/port.js';
import { openSqliteStore } from '@buitenboord/shared/store/sqlite/open-sqlite-store.js';

/** A real store in memory, empty, with every collection. */
export function openTestStore(): Promise<Store> {
  return openSqliteStore({ path: ':memory:' });
}
