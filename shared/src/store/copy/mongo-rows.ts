import type { Db } from 'mongodb';
import { collections } from '../collections.js';
import { connectMongo } from '../mongo/connect.js';
import { documentId, indexedFields, type StoredDocument } from '../mongo/documents.js';
import { prepareCollections } from '../mongo/prepare-collections.js';
import type { AnyCollection } from '../port.js';
import type { RawRow, RawRows } from './raw-rows.js';

/** The rows of a MongoDB database; collections and indexes are made when they aren't there. */
export async function openMongoRows(url: string): Promise<RawRows> {
  const { client, db } = await connectMongo(url);
  await prepareCollections(db, Object.values(collections));
  return {
    async *read(collection, school) {
      const isOfSchool = collection.scope === 'school';
      const filter = isOfSchool && school !== undefined ? { school: { $eq: school } } : {};
      const sort: [string, 1][] = isOfSchool
        ? [
            ['school', 1],
            ['id', 1],
          ]
        : [['id', 1]];
      for await (const document of documentsOf(db, collection).find(filter, { sort })) yield rowOf(document);
    },
    write: (collection, rows) =>
      client.withSession((session) =>
        session.withTransaction(
          async () => {
            for (const row of rows) {
              const { _id, ...fields } = documentOf(collection, row);
              await documentsOf(db, collection).updateOne({ _id }, { $set: fields }, { upsert: true, session });
            }
          },
          { readConcern: { level: 'snapshot' } },
        ),
      ),
    close: () => client.close(),
  };
}

function rowOf({ school, id, version, schemaVersion, body }: StoredDocument): RawRow {
  return { ...(school !== undefined && { school }), id, version, schemaVersion, body };
}

function documentOf(collection: AnyCollection, row: RawRow): StoredDocument {
  const { school, id, version, schemaVersion, body } = row;
  const key = school === undefined ? { id } : { school, id };
  const place = { _id: documentId(collection, key), ...key, version, schemaVersion, body };
  return { ...place, f: indexedFields(collection, body) };
}

function documentsOf(db: Db, { name }: AnyCollection) {
  return db.collection<StoredDocument>(name);
}
