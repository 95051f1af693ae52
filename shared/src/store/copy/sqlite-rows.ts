import { dirname, resolve } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { auditEntries, collections } from '../collections.js';
import type { AnyCollection } from '../port.js';
import { closeConnection, openConnection } from '../sqlite/connection.js';
import { makeTables, tableOf } from '../sqlite/tables.js';
import type { RawRow, RawRows } from './raw-rows.js';

const rowsAtOnce = 500;

/** The rows of a database file, which is made when it isn't there. */
export async function openSqliteRows(path: string): Promise<RawRows> {
  await mkdir(dirname(resolve(path)), { recursive: true, mode: 0o700 });
  const connection = await openConnection(resolve(path));
  makeTables(connection, [...new Set<AnyCollection>([...Object.values(collections), auditEntries])]);
  return {
    async *read(collection, school) {
      const isOfSchool = collection.scope === 'school';
      const columns = `${isOfSchool ? 'school, ' : ''}id, version, schemaVersion, body`;
      const order = isOfSchool ? '(school, id)' : '(id)';
      const marks = isOfSchool ? '(?, ?)' : '(?)';
      const own = isOfSchool && school !== undefined ? 'school = ? AND ' : '';
      const sql = `SELECT ${columns} FROM ${tableOf(collection)} WHERE ${own}${order} > ${marks} ORDER BY ${order.slice(1, -1)} LIMIT ${rowsAtOnce}`;
      const statement = connection.prepare(sql);
      let after = isOfSchool ? ['', ''] : [''];
      for (;;) {
        const rows = statement.all(...(own ? [school] : []), ...after) as RawRow[];
        yield* rows;
        const last = rows.at(-1);
        if (!last) return;
        after = isOfSchool ? [last.school ?? '', last.id] : [last.id];
        await Promise.resolve();
      }
    },
    write(collection, rows) {
      const isOfSchool = collection.scope === 'school';
      const keys = isOfSchool ? 'school, id' : 'id';
      const marks = isOfSchool ? '?, ?, ?, ?, ?' : '?, ?, ?, ?';
      const sql = `INSERT INTO ${tableOf(collection)} (${keys}, version, schemaVersion, body) VALUES (${marks}) ON CONFLICT (${keys}) DO UPDATE SET version = excluded.version, schemaVersion = excluded.schemaVersion, body = excluded.body`;
      const statement = connection.prepare(sql);
      connection.transaction(() => {
        for (const { school, id, version, schemaVersion, body } of rows)
          statement.run(...(isOfSchool ? [school] : []), id, version, schemaVersion, body);
      })();
      return Promise.resolve();
    },
    close: () => Promise.resolve(closeConnection(connection)),
  };
}
