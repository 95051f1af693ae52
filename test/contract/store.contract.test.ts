import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collections } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { openConnection } from '@buitenboord/shared/store/sqlite/connection.js';
import { openSqliteStore } from '@buitenboord/shared/store/sqlite/open-sqlite-store.js';
import { keyValues } from '@buitenboord/shared/store/records/record.js';
import { keyCondition } from '@buitenboord/shared/store/sqlite/select.js';
import { tableOf } from '@buitenboord/shared/store/sqlite/tables.js';
import { storeContract } from './store-contract.js';
import type { OpenHarness } from './store-harness.js';

const openSqlite: OpenHarness = async (more) => {
  const folder = await mkdtemp(join(tmpdir(), 'buitenboord-contract-'));
  const path = join(folder, 'store.db');
  const opened: Store[] = [];
  const open = async () => {
    const store = await openSqliteStore({ path, collections: [...Object.values(collections), ...more] });
    opened.push(store);
    return store;
  };
  return {
    store: await open(),
    storeUrl: `sqlite:${path}`,
    openAnother: open,
    async tamper(collection, key, content) {
      const connection = await openConnection(path);
      const condition = `WHERE ${keyCondition(collection)}`;
      const keys = keyValues(collection, key);
      if (content === undefined) connection.prepare(`DELETE FROM ${tableOf(collection)} ${condition}`).run(...keys);
      else
        connection
          .prepare(`UPDATE ${tableOf(collection)} SET body = ? ${condition}`)
          .run(JSON.stringify(content), ...keys);
      connection.close();
    },
    async dispose() {
      for (const store of opened) await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

storeContract('SQLite', openSqlite);
