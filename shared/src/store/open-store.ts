import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Store } from './port.js';
import { openSqliteStore } from './sqlite/open-sqlite-store.js';

/** Whether a STORE_URL names MongoDB. */
export function isMongoUrl(storeUrl: string): boolean {
  return /^mongodb(\+srv)?:\/\//u.test(storeUrl);
}

/** Opens the store that STORE_URL names. `sqlite:./data/buitenboord.db` makes its folder; `sqlite::memory:` is gone when the program ends. */
export async function openStore(storeUrl: string): Promise<Store> {
  if (isMongoUrl(storeUrl)) {
    // Only who uses it waits for its driver.
    const { openMongoStore } = await import('./mongo/open-mongo-store.js');
    return openMongoStore({ url: storeUrl });
  }
  const path = /^sqlite:(?<path>.+)$/u.exec(storeUrl)?.groups?.path;
  if (path === undefined)
    throw new Error('STORE_URL must look like sqlite:./data/buitenboord.db or mongodb://…/buitenboord?replicaSet=….');
  if (path === ':memory:') return openSqliteStore({ path });
  // Records of minors: nobody else on this machine needs to look inside.
  await mkdir(dirname(resolve(path)), { recursive: true, mode: 0o700 });
  return openSqliteStore({ path: resolve(path) });
}
