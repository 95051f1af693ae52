import type { AnyCollection } from '../port.js';
import type { Connection } from './connection.js';

/** A name or a field ends up in SQL text: only code may bring it, and it must look like code. */
const identifier = /^[a-z][a-z0-9]*$/iu;

/** Makes the table and the indexes of each collection where they are missing. A new index needs no migration: it is on an expression. */
export function makeTables(connection: Connection, collections: readonly AnyCollection[]): void {
  const statements = collections.flatMap((collection) => [tableStatement(collection), ...indexStatements(collection)]);
  connection
    .transaction(() => {
      for (const statement of statements) connection.exec(statement);
    })
    .immediate();
}

/** The table of a collection, quoted. */
export function tableOf(collection: AnyCollection): string {
  return `"${insistOnIdentifier(collection.name)}"`;
}

/** The value of a record's field, in exactly the words of its index: SQLite only uses an index on an expression that is spelled the same. */
export function fieldExpression(field: string): string {
  return field === 'id' ? 'id' : `json_extract(body, '$.${insistOnIdentifier(field)}')`;
}

function tableStatement(collection: AnyCollection): string {
  const key = collection.scope === 'school' ? 'school, id' : 'id';
  const school = collection.scope === 'school' ? 'school TEXT NOT NULL, ' : '';
  return `CREATE TABLE IF NOT EXISTS ${tableOf(collection)} (${school}id TEXT NOT NULL, version INTEGER NOT NULL, schemaVersion INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (${key})) STRICT`;
}

function indexStatements(collection: AnyCollection): string[] {
  const school = collection.scope === 'school' ? 'school, ' : '';
  return collection.indexed.map((field) => {
    const name = `"${insistOnIdentifier(collection.name)}_${insistOnIdentifier(field)}"`;
    return `CREATE INDEX IF NOT EXISTS ${name} ON ${tableOf(collection)} (${school}${fieldExpression(field)}, id)`;
  });
}

function insistOnIdentifier(name: string): string {
  if (!identifier.test(name)) throw new Error(`"${name}" can't be the name of a collection or a field.`);
  return name;
}
