import type Database from 'better-sqlite3';
import type { Connection } from './connection.js';

/** The prepared statement for an SQL text, prepared once. Texts come from code and are few. */
export type Statements = (sql: string) => Database.Statement;

export function cachedStatements(connection: Connection): Statements {
  const prepared = new Map<string, Database.Statement>();
  return (sql) => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = connection.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
}
