import type { Document } from 'mongodb';
import type { AnyCollection, Collection, Scope, Stored } from '../port.js';
import { indexable } from '../records/question.js';
import { bodyOf, keyValues, recordOf } from '../records/record.js';

/** A record as it lies in MongoDB: the content as text, and beside it what it is found by. */
export interface StoredDocument extends Document {
  _id: string;
  school?: string;
  id: string;
  version: number;
  schemaVersion: number;
  body: string;
  /** The indexed fields; true and false as 1 and 0. A field that the record lacks is null. */
  f: Record<string, string | number | null>;
}

/** What a record is stored under: school and id, with the length of the first, so that no two pairs are the same text. */
export function documentId(collection: AnyCollection, key: { school?: string; id: string }): string {
  const [first = '', second] = keyValues(collection, key);
  return second === undefined ? first : `${first.length}.${first}.${second}`;
}

/** The changing part of a record. Throws when the value doesn't fit its schema. */
export function contentOf(
  collection: AnyCollection,
  value: unknown,
): Pick<StoredDocument, 'schemaVersion' | 'body' | 'f'> {
  const body = bodyOf(collection, value);
  return { schemaVersion: collection.schemaVersion, body, f: indexedFields(collection, body) };
}

/** What a stored text is found by. */
export function indexedFields(collection: AnyCollection, body: string): StoredDocument['f'] {
  const content = JSON.parse(body) as Record<string, unknown>;
  return Object.fromEntries(
    collection.indexed.map((field) => {
      const value = content[field];
      return [field, value === undefined || value === null ? null : indexable(collection, field, value)];
    }),
  );
}

/** A whole new document of version 1. */
export function newDocument(
  collection: AnyCollection,
  key: { school?: string; id: string },
  value: unknown,
): StoredDocument {
  const school = collection.scope === 'school' ? { school: key.school ?? '' } : {};
  return { _id: documentId(collection, key), ...school, id: key.id, version: 1, ...contentOf(collection, value) };
}

/** The record of a document, checked against its schema. */
export function recordOfDocument<T, I extends string, S extends Scope>(
  collection: Collection<T, I, S>,
  { id, version, schemaVersion, body, school }: StoredDocument,
): Stored<T, S> {
  return recordOf(collection, { id, version, schemaVersion, body }, school);
}
