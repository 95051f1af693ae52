import type { Collection, Key, Page, Query, Scope, Stored } from '../port.js';
import { refusePartOfChain } from '../records/audit-chain-guard.js';
import { cursorText, parseCursor } from '../records/cursor.js';
import { pageLimit, schoolOf } from '../records/question.js';
import { keyValues, recordOf, type Row } from '../records/record.js';
import { beyond, both, conditionOf, keyCondition, lookup, orderOf } from './select.js';
import type { Statements } from './statements.js';
import { tableOf } from './tables.js';

/** Records forgotten in one transaction: a worker that forgets a year must not keep the server waiting. */
const forgottenAtOnce = 500;

const columns = 'id, version, schemaVersion, body';

/** The record with this key, or undefined. */
export function findRecord<T, I extends string, S extends Scope>(
  statements: Statements,
  collection: Collection<T, I, S>,
  key: Key<S>,
): Stored<T, S> | undefined {
  const sql = `SELECT ${columns} FROM ${tableOf(collection)} WHERE ${keyCondition(collection)}`;
  const row = statements(sql).get(...keyValues(collection, key));
  return row === undefined ? undefined : recordOf(collection, row as Row, schoolOf(collection, key));
}

/** One page of the records that match. */
export function findPage<T, I extends string, S extends Scope>(
  statements: Statements,
  collection: Collection<T, I, S>,
  query: Query<T, I, S>,
): Page<Stored<T, S>> {
  const sortField = query.sort?.field ?? 'id';
  const from = query.after === undefined ? [] : [beyond(collection, query.sort, parseCursor(query.after, sortField))];
  const condition = both([conditionOf(collection, query), ...from]);
  const limit = pageLimit(query.limit);
  // One more than asked for, to know whether there is a next page. As text: SQLite plans a statement anew each time a limit is bound to it, which cost
  // five times the search itself.
  const sql = `SELECT ${columns}, ${lookup(collection, sortField)} AS sortValue FROM ${tableOf(collection)} WHERE ${condition.sql} ORDER BY ${orderOf(collection, query.sort)} LIMIT ${limit + 1}`;

  const rows = statements(sql).all(...condition.values) as (Row & { sortValue: string | number | null })[];
  const school = schoolOf(collection, query.where);
  const items = rows.slice(0, limit).map((row) => recordOf(collection, row, school));
  const last = rows[limit - 1];
  if (rows.length <= limit || last === undefined) return { items };
  return { items, next: cursorText({ field: sortField, value: last.sortValue, id: last.id }) };
}

/** Deletes some of the records that match; answers how many, 0 when none is left. */
export function forgetSome<T, I extends string, S extends Scope>(
  statements: Statements,
  collection: Collection<T, I, S>,
  query: Pick<Query<T, I, S>, 'where' | 'range'>,
): number {
  refusePartOfChain(collection, query);
  const condition = conditionOf(collection, query);
  const table = tableOf(collection);
  const sql = `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE ${condition.sql} LIMIT ${forgottenAtOnce})`;
  return statements(sql).run(...condition.values).changes;
}
