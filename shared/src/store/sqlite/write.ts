import { Problem } from '../../problem.js';
import { auditId, AuditEntry, chainEntry } from '../audit.js';
import { auditEntries } from '../collections.js';
import type { AnyCollection, AuditFact, Write } from '../port.js';
import { refuseChain } from '../records/audit-chain-guard.js';
import { bodyOf, keyValues } from '../records/record.js';
import { keyCondition } from './select.js';
import type { Statements } from './statements.js';
import { tableOf } from './tables.js';

/** A write that was judged before the transaction began, so that the transaction stays short. */
export type PreparedWrite = (statements: Statements) => void;

/** Checks a write against its schema and its key, and answers what to do inside the transaction. */
export function prepareWrite(write: Write): PreparedWrite {
  switch (write.kind) {
    case 'put':
      return preparePut(write);
    case 'remove':
      return prepareRemove(write);
    case 'audit':
      return (statements) => appendToChain(statements, write.school, write.fact);
  }
}

function preparePut({ collection, key, value, seen }: Extract<Write, { kind: 'put' }>): PreparedWrite {
  refuseChain(collection);
  const values = keyValues(collection, key);
  const body = bodyOf(collection, value);
  return (statements) => {
    const changes =
      seen === 0 ? insert(statements, collection, values, body) : update(statements, collection, values, body, seen);
    if (changes === 0) throw new Problem('store/conflict', { collection: collection.name });
  };
}

function prepareRemove({ collection, key, seen }: Extract<Write, { kind: 'remove' }>): PreparedWrite {
  refuseChain(collection);
  const values = keyValues(collection, key);
  const sql = `DELETE FROM ${tableOf(collection)} WHERE ${keyCondition(collection)} AND version = ?`;
  return (statements) => {
    const { changes } = statements(sql).run(...values, seen);
    if (changes === 0) throw new Problem('store/conflict', { collection: collection.name });
  };
}

function insert(statements: Statements, collection: AnyCollection, key: readonly string[], body: string): number {
  const columns = collection.scope === 'school' ? 'school, id' : 'id';
  const marks = key.map(() => '?').join(', ');
  const sql = `INSERT INTO ${tableOf(collection)} (${columns}, version, schemaVersion, body) VALUES (${marks}, 1, ?, ?) ON CONFLICT DO NOTHING`;
  return statements(sql).run(...key, collection.schemaVersion, body).changes;
}

function update(
  statements: Statements,
  collection: AnyCollection,
  key: readonly string[],
  body: string,
  seen: number,
): number {
  const sql = `UPDATE ${tableOf(collection)} SET version = version + 1, schemaVersion = ?, body = ? WHERE ${keyCondition(collection)} AND version = ?`;
  return statements(sql).run(collection.schemaVersion, body, ...key, seen).changes;
}

/** Inside the transaction: BEGIN IMMEDIATE has shut out every other writer, so the last entry read here stays the last, and the chain can't fork. */
function appendToChain(statements: Statements, school: string, fact: AuditFact): void {
  const last = statements(`SELECT body FROM ${tableOf(auditEntries)} WHERE school = ? ORDER BY id DESC LIMIT 1`).get(
    school,
  );
  const before = last === undefined ? undefined : AuditEntry.parse(JSON.parse((last as { body: string }).body));
  const entry = chainEntry(before, fact);
  const key = keyValues(auditEntries, { school, id: auditId(entry.sequence) });
  insert(statements, auditEntries, key, bodyOf(auditEntries, entry));
}
