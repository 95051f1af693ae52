import type { Db } from 'mongodb';
import type { AnyCollection } from '../port.js';
import { bodyOf } from '../records/record.js';
import { contentOf, indexedFields, type StoredDocument } from './documents.js';
import { pathOf } from './filter.js';

/** Which fields the documents of a collection are found by, as they were last stored. */
interface Fields {
  _id: string;
  indexed: string[];
}

const fieldsCollection = 'indexedFields';
const identifier = /^[a-z][a-z0-9]*$/iu;

/**
 * Makes collections and indexes where they are missing, before any transaction needs them, and stores anew what an earlier version of the
 * program stored in another shape or found by other fields. Each document by itself, so that a cut loses nothing and a second start goes on.
 */
export async function prepareCollections(db: Db, collections: readonly AnyCollection[]): Promise<void> {
  const one = async (collection: AnyCollection) => {
    await makeIndexes(db, collection);
    await upgradeRecords(db, collection);
    await refillFields(db, collection);
  };
  await Promise.all(collections.map(one));
}

async function makeIndexes(db: Db, { name, indexed, scope }: AnyCollection): Promise<void> {
  for (const word of [name, ...indexed])
    if (!identifier.test(word)) throw new Error(`"${word}" can't be the name of a collection or a field.`);
  const school: Record<string, 1> = scope === 'school' ? { school: 1 } : {};
  await db
    .collection(name)
    .createIndexes([
      { name: 'id', key: { ...school, id: 1 }, unique: true },
      ...indexed.map((field) => ({ name: field, key: { ...school, [pathOf(field)]: 1 as const, id: 1 as const } })),
    ]);
}

async function upgradeRecords(db: Db, collection: AnyCollection): Promise<void> {
  const { upgrade, schemaVersion } = collection;
  if (!upgrade) return;
  const documents = db.collection<StoredDocument>(collection.name);
  const old = { schemaVersion: { $lt: schemaVersion } };
  // First all of them without writing: one that can't be made into a record of the present stops the start, and nothing has changed.
  for await (const { body, schemaVersion: from } of documents.find(old))
    bodyOf(collection, upgrade(JSON.parse(body), from));
  for await (const { _id, version, body, schemaVersion: from } of documents.find(old)) {
    const content = contentOf(collection, upgrade(JSON.parse(body), from));
    // Who read it before and writes it after isn't disturbed: its version stays.
    await documents.updateOne({ _id, version, schemaVersion: from }, { $set: content });
  }
}

/** Only where the program looks up by other fields than the one before it. */
async function refillFields(db: Db, collection: AnyCollection): Promise<void> {
  const known = db.collection<Fields>(fieldsCollection);
  const indexed = [...collection.indexed].sort();
  const before = await known.findOne({ _id: collection.name });
  if (before && JSON.stringify(before.indexed) === JSON.stringify(indexed)) return;
  const documents = db.collection<StoredDocument>(collection.name);
  for await (const { _id, version, body } of documents.find({})) {
    await documents.updateOne({ _id, version }, { $set: { f: indexedFields(collection, body) } });
  }
  await known.updateOne({ _id: collection.name }, { $set: { indexed } }, { upsert: true });
}
