import { createHash } from 'node:crypto';
import { Problem } from '../../problem.js';
import { collections, schools } from '../collections.js';
import { isMongoUrl } from '../open-store.js';
import type { AnyCollection } from '../port.js';
import { keyOfRow, type RawRow, type RawRows } from './raw-rows.js';

export interface StoreCopied {
  /** Records that were there to copy. */
  records: number;
  /** Of those, what wasn't there yet as it is: a second run finds nothing to do. */
  written: number;
  /** Names of collections of which both ends don't say the same. Empty when the copy is whole. */
  different: string[];
  /** SHA-256 over every record at both ends, when they are the same. */
  hash: string;
}

const rowsAtOnce = 100;

/** Opens the records that a store URL names, as they lie there. */
export async function openRows(url: string): Promise<RawRows> {
  if (isMongoUrl(url)) return (await import('./mongo-rows.js')).openMongoRows(url);
  const path = /^sqlite:(?<path>.+)$/u.exec(url)?.groups?.path;
  if (path === undefined || path === ':memory:') throw new Error('A copy goes from and to sqlite:… or mongodb://….');
  return (await import('./sqlite-rows.js')).openSqliteRows(path);
}

/**
 * Copies all records, or those of one school with what all schools share, and compares both ends afterwards. What is there already as it is
 * stays, so that a copy that was cut goes on where it was. Problem `store/not-empty` for a target that holds a school which the source doesn't.
 */
export async function copyStore(from: RawRows, to: RawRows, school?: string): Promise<StoreCopied> {
  await insistOnOwnTarget(from, to);
  const result: StoreCopied = { records: 0, written: 0, different: [], hash: '' };
  const whole = createHash('sha256');
  for (const collection of Object.values(collections) as AnyCollection[]) {
    const { records, written } = await copyCollection(collection, { from, to, school });
    result.records += records;
    result.written += written;
    const [source, target] = [await hashOf(from, collection, school), await hashOf(to, collection, school)];
    if (source !== target) result.different.push(collection.name);
    whole.update(`${collection.name} ${source}\n`);
  }
  result.hash = whole.digest('hex');
  return result;
}

/** A mistaken address must not mix the records of two houses. */
async function insistOnOwnTarget(from: RawRows, to: RawRows): Promise<void> {
  const known = new Set<string>();
  for await (const { id } of from.read(schools, undefined)) known.add(id);
  for await (const { id } of to.read(schools, undefined))
    if (!known.has(id)) throw new Problem('store/not-empty', { school: id });
}

async function copyCollection(
  collection: AnyCollection,
  { from, to, school }: { from: RawRows; to: RawRows; school: string | undefined },
): Promise<{ records: number; written: number }> {
  const there = new Map<string, string>();
  for await (const row of to.read(collection, school)) there.set(keyOfRow(row), textOf(row));
  let [records, written] = [0, 0];
  let batch: RawRow[] = [];
  const flush = async () => {
    if (batch.length > 0) await to.write(collection, batch);
    written += batch.length;
    batch = [];
  };
  for await (const row of from.read(collection, school)) {
    if (!belongs(collection, row, school)) continue;
    records += 1;
    if (there.get(keyOfRow(row)) === textOf(row)) continue;
    batch.push(row);
    if (batch.length >= rowsAtOnce) await flush();
  }
  await flush();
  return { records, written };
}

/** Of the few collections without a school of their own: a row that names another school isn't this one's. */
function belongs(collection: AnyCollection, row: RawRow, school: string | undefined): boolean {
  if (school === undefined || collection.scope === 'school') return true;
  if (collection === schools) return row.id === school;
  const content = JSON.parse(row.body) as { school?: string; schoolId?: string };
  const named = content.school ?? content.schoolId;
  return named === undefined || named === school;
}

async function hashOf(rows: RawRows, collection: AnyCollection, school: string | undefined): Promise<string> {
  const lines: string[] = [];
  for await (const row of rows.read(collection, school))
    if (belongs(collection, row, school)) lines.push(createHash('sha256').update(textOf(row)).digest('hex'));
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

function textOf({ school, id, version, schemaVersion, body }: RawRow): string {
  return JSON.stringify([school ?? null, id, version, schemaVersion, body]);
}
