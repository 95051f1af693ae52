import type { AnyCollection, Collection, Scope, Stored } from '../port.js';
import { createParsedBodies } from './parsed-bodies.js';
import { schoolOf } from './question.js';

/** A record as every adapter keeps it: the content as JSON text, so that no name in it means anything to a database. */
export interface Row {
  id: string;
  version: number;
  schemaVersion: number;
  body: string;
}

/** One for all stores: it goes by collection and text, and by nothing of a store. */
const parsedBody = createParsedBodies();

/** Half of a surrogate pair: stored as UTF-8 it becomes a replacement character, and two keys become one. */
const halfCharacter = /\p{Surrogate}/u;

/** The key of a record as values to bind, in the order of the primary key. Throws for a key that can't be one. */
export function keyValues(collection: AnyCollection, key: { school?: string; id: string }): string[] {
  const school = schoolOf(collection, key);
  const values = school === undefined ? [key.id] : [school, key.id];
  for (const value of values) {
    if (value === '' || halfCharacter.test(value))
      throw new Error(`A key of ${collection.name} is empty or not well-formed text.`);
  }
  return values;
}

/** A record as text. Throws when it doesn't fit its schema: that is a bug of the caller, never a refusal. */
export function bodyOf(collection: AnyCollection, value: unknown): string {
  return JSON.stringify(collection.schema.parse(value));
}

/** A record as it was stored, checked against its schema again: what is stored may be older or newer than this program. */
export function recordOf<T, I extends string, S extends Scope>(
  collection: Collection<T, I, S>,
  row: Row,
  school: string | undefined,
): Stored<T, S> {
  if (row.schemaVersion > collection.schemaVersion) {
    throw new Error(`${collection.name}/${row.id} was written by a newer version of the program.`);
  }
  const key = school === undefined ? { id: row.id } : { school, id: row.id };
  return { ...valueOf(collection, row), ...key, version: row.version } as Stored<T, S>;
}

function valueOf(collection: AnyCollection, row: Row): object {
  try {
    return parsedBody(collection, row.body);
  } catch (error) {
    throw new Error(`${collection.name}/${row.id} does not fit its schema.`, { cause: error });
  }
}
