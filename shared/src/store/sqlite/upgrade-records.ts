import type { AnyCollection } from '../port.js';
import type { Connection } from './connection.js';
import { bodyOf } from '../records/record.js';
import { tableOf } from './tables.js';

interface OldRow {
  rowid: number;
  schemaVersion: number;
  body: string;
}

/**
 * Stores anew what an earlier version of the program stored in another shape, all of it or nothing: looking up by a field would else miss
 * what has another name or word now. Who read a record before and writes it after isn't disturbed: its version stays.
 */
export function upgradeRecords(connection: Connection, collections: readonly AnyCollection[]): void {
  const old = collections.filter(({ upgrade }) => upgrade);
  connection
    .transaction(() => {
      for (const collection of old) upgradeCollection(connection, collection);
    })
    .immediate();
}

function upgradeCollection(connection: Connection, collection: AnyCollection): void {
  const { upgrade, schemaVersion } = collection;
  if (!upgrade) return;
  const table = tableOf(collection);
  const rows = connection.prepare(`SELECT rowid, schemaVersion, body FROM ${table} WHERE schemaVersion < ?`);
  const change = connection.prepare(`UPDATE ${table} SET schemaVersion = ?, body = ? WHERE rowid = ?`);
  for (const row of rows.all(schemaVersion) as OldRow[]) {
    change.run(schemaVersion, bodyOf(collection, upgrade(JSON.parse(row.body), row.schemaVersion)), row.rowid);
  }
}
