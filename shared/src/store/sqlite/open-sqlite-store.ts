import { setImmediate } from 'node:timers/promises';
import { auditEntries, collections as everyCollection } from '../collections.js';
import type { AnyCollection, Store, Write } from '../port.js';
import { attempt } from './attempt.js';
import { closeConnection, openConnection, refreshStatistics, type Connection } from './connection.js';
import { everyRecord } from '../records/every-record.js';
import { findPage, findRecord, forgetSome } from './read.js';
import { createGroupCommit, type GroupCommit } from './group-commit.js';
import { cachedStatements } from './statements.js';
import { makeTables } from './tables.js';
import { upgradeRecords } from './upgrade-records.js';
import { prepareWrite } from './write.js';

export interface SqliteStoreOptions {
  /** A file, or `:memory:`. Its folder must be there. */
  path: string;
  /** Default: all of collections.ts. */
  collections?: readonly AnyCollection[];
}

/**
 * Writes after which SQLite may look again which index finds the fewest records: without it, a class was found a hundred times slower until the next
 * start. Soon on a young file, which grows fast, then every 5,000.
 */
const firstStatisticsAfter = 200;
const writesPerStatistics = 5000;

/** Opens the embedded store: one connection, durable at each commit. Refuses a file that is damaged or stands where SQLite can't keep its promises. */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const connection = await openConnection(options.path);
  const collections = new Set<AnyCollection>(options.collections ?? Object.values(everyCollection)).add(auditEntries);
  try {
    makeTables(connection, [...collections]);
    upgradeRecords(connection, [...collections]);
    refreshStatistics(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
  return storeOn(connection, collections);
}

function storeOn(connection: Connection, collections: ReadonlySet<AnyCollection>): Store {
  const statements = cachedStatements(connection);
  const known = <C extends AnyCollection>(collection: C): C => {
    if (!collections.has(collection)) throw new Error(`${collection.name} is no collection of this store.`);
    return collection;
  };
  const group = createGroupCommit(connection, statements);
  const commitAll = committer(connection, group);

  const store: Store = {
    get: (collection, key) => attempt(() => findRecord(statements, known(collection), key)),
    find: (collection, query) => attempt(() => findPage(statements, known(collection), query)),
    each: (collection, query) => everyRecord(store, collection, query),
    async commit(writes) {
      for (const write of writes) if (write.kind !== 'audit') known(write.collection);
      await commitAll(writes);
    },
    async forget(collection, query) {
      let forgotten = 0;
      for (;;) {
        const some = await attempt(() => forgetSome(statements, known(collection), query));
        if (some === 0) return forgotten;
        forgotten += some;
        await setImmediate();
      }
    },
    close: () =>
      attempt(() => {
        group.flush();
        closeConnection(connection);
      }),
  };
  return store;
}

/** Commits, and lets SQLite look again which index finds the fewest records once many were written. */
function committer(connection: Connection, group: GroupCommit): (writes: readonly Write[]) => Promise<void> {
  let unseen = 0;
  let wait = firstStatisticsAfter;
  return async (writes) => {
    const prepared = writes.map(prepareWrite);
    // Before and not after: a commit that is on the disk must not be answered with an error.
    if (unseen >= wait) {
      unseen = 0;
      wait = Math.min(wait * 3, writesPerStatistics);
      refreshStatistics(connection);
    }
    unseen += writes.length;
    await group.commit(prepared);
  };
}
