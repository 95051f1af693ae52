import type { Db } from 'mongodb';
import { auditEntries, collections as everyCollection } from '../collections.js';
import type { AnyCollection, Collection, Key, Page, Query, Scope, Store, Stored } from '../port.js';
import { refusePartOfChain } from '../records/audit-chain-guard.js';
import { cursorText, parseCursor } from '../records/cursor.js';
import { everyRecord } from '../records/every-record.js';
import { pageLimit } from '../records/question.js';
import { connectMongo, timeLimit } from './connect.js';
import { createCommit, type Commit } from './commit.js';
import { documentId, recordOfDocument, type StoredDocument } from './documents.js';
import { beyond, both, filterOf, sortOf } from './filter.js';
import { prepareCollections } from './prepare-collections.js';
import { unlessUnavailable } from './unavailable.js';

export interface MongoStoreOptions {
  /** `mongodb://…/<database>?replicaSet=…` */
  url: string;
  /** Default: all of collections.ts. */
  collections?: readonly AnyCollection[];
}

/** Records forgotten at once: what comes between has its turn. */
const forgottenAtOnce = 500;

/** Opens a store for more than one machine. Refuses a server without replica set or older than 7.0. */
export async function openMongoStore({ url, collections: own }: MongoStoreOptions): Promise<Store> {
  const collections = new Set<AnyCollection>(own ?? Object.values(everyCollection)).add(auditEntries);
  const { client, db } = await connectMongo(url);
  try {
    await prepareCollections(db, [...collections]);
  } catch (error) {
    await client.close();
    throw error;
  }
  return storeOn(db, collections, { commit: createCommit(client, db), close: () => client.close() });
}

function storeOn(
  db: Db,
  collections: ReadonlySet<AnyCollection>,
  { commit, close }: { commit: Commit; close: () => Promise<void> },
): Store {
  const known = <C extends AnyCollection>(collection: C): C => {
    if (!collections.has(collection)) throw new Error(`${collection.name} is no collection of this store.`);
    return collection;
  };
  const store: Store = {
    get: (collection, key) => unlessUnavailable(() => findRecord(db, known(collection), key)),
    find: (collection, query) => unlessUnavailable(() => findPage(db, known(collection), query)),
    each: (collection, query) => everyRecord(store, collection, query),
    async commit(writes) {
      for (const write of writes) if (write.kind !== 'audit') known(write.collection);
      await unlessUnavailable(() => commit(writes));
    },
    forget: (collection, query) => unlessUnavailable(() => forget(db, known(collection), query)),
    close,
  };
  return store;
}

async function findRecord<T, I extends string, S extends Scope>(
  db: Db,
  collection: Collection<T, I, S>,
  key: Key<S>,
): Promise<Stored<T, S> | undefined> {
  const document = await documentsOf(db, collection).findOne({ _id: documentId(collection, key) }, timeLimit);
  return document ? recordOfDocument(collection, document) : undefined;
}

async function findPage<T, I extends string, S extends Scope>(
  db: Db,
  collection: Collection<T, I, S>,
  query: Query<T, I, S>,
): Promise<Page<Stored<T, S>>> {
  const field = query.sort?.field ?? 'id';
  const sort = sortOf(collection, query.sort);
  const from = query.after === undefined ? [] : [beyond(query.sort, parseCursor(query.after, field))];
  const limit = pageLimit(query.limit);
  // One more than asked for, to know whether there is a next page.
  const documents = await documentsOf(db, collection)
    .find(both([filterOf(collection, query), ...from]), { sort, limit: limit + 1, ...timeLimit })
    .toArray();
  const items = documents.slice(0, limit).map((document) => recordOfDocument(collection, document));
  const last = documents[limit - 1];
  if (documents.length <= limit || last === undefined) return { items };
  const value = field === 'id' ? last.id : (last.f[field] ?? null);
  return { items, next: cursorText({ field, value, id: last.id }) };
}

async function forget<T, I extends string, S extends Scope>(
  db: Db,
  collection: Collection<T, I, S>,
  query: Pick<Query<T, I, S>, 'where' | 'range'>,
): Promise<number> {
  refusePartOfChain(collection, query);
  const filter = filterOf(collection, query);
  const documents = documentsOf(db, collection);
  let forgotten = 0;
  for (;;) {
    const some = await documents
      .find(filter, { limit: forgottenAtOnce, projection: { _id: 1 }, ...timeLimit })
      .toArray();
    if (some.length === 0) return forgotten;
    // What was changed in between and doesn't match any more stays.
    const { deletedCount } = await documents.deleteMany(
      both([filter, { _id: { $in: some.map(({ _id }) => _id) } }]),
      timeLimit,
    );
    forgotten += deletedCount;
  }
}

function documentsOf(db: Db, { name }: AnyCollection) {
  return db.collection<StoredDocument>(name);
}
