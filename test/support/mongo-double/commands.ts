import { Long, type Document } from 'bson';
import type { Collections, Transaction } from './collections.js';
import { afterUpdate, comparerOf, matcherOf } from './documents.js';
import { noRule, Refusal } from './refusal.js';
import { sizeOf } from './wire.js';

/** Whose command it is: the transaction that it belongs to, or one of its own that ends with it. */
export interface Ground {
  collections: Collections;
  transaction: Transaction;
  cursors: Map<string, Document[]>;
}

type Run = (ground: Ground, command: Document) => Document;

/** How many documents a first batch holds unless told (manual, "find": batchSize), and how many bytes any batch (16 MB). */
const firstBatch = 101;
const batchBytes = 16 * 1024 * 1024;
let lastCursor = 0;

interface FindCommand {
  projection?: Document;
  sort?: Document;
  limit?: number;
  batchSize?: number;
  singleBatch?: boolean;
}

/** The commands on documents. What isn't here doesn't exist on this server. */
export const documentCommands: Readonly<Record<string, Run>> = {
  find(ground, command) {
    insistOnFields(command, ['find', 'filter', 'sort', 'limit', 'projection', 'batchSize', 'singleBatch']);
    const { projection, sort, limit, batchSize, singleBatch } = command as FindCommand;
    const matches = matcherOf((command.filter ?? {}) as Document);
    const found = candidatesOf(ground, command).filter(matches);
    const ordered = sort ? found.toSorted(comparerOf(sort)) : found;
    const wanted = (limit ? ordered.slice(0, limit) : ordered).map((each) => project(each, projection ?? {}));
    return {
      cursor: openCursor(ground, namespaceOf(command, 'find'), wanted, batchSize ?? firstBatch, singleBatch === true),
    };
  },
  getMore(ground, command) {
    const id = String(command.getMore);
    const left = ground.cursors.get(id);
    if (!left) throw new Refusal(43, 'CursorNotFound', `cursor id ${id} not found`);
    const batch = takeBatch(left, Number(command.batchSize ?? Number.POSITIVE_INFINITY));
    if (left.length === 0) ground.cursors.delete(id);
    const ns = `${command.$db}.${command.collection}`;
    return { cursor: { id: left.length === 0 ? Long.ZERO : Long.fromString(id), ns, nextBatch: batch } };
  },
  killCursors(ground, command) {
    for (const id of command.cursors as unknown[]) ground.cursors.delete(String(id));
    return { cursorsKilled: command.cursors as unknown };
  },
  insert(ground, command) {
    insistOnFields(command, ['insert', 'documents', 'ordered']);
    const namespace = namespaceOf(command, 'insert');
    return inOrder(command.documents as Document[], (document) => {
      if (sizeOf(document) > batchBytes) throw new Refusal(10334, 'BSONObjectTooLarge', 'object to insert too large');
      ground.collections.insert(ground.transaction, namespace, document);
      return 1;
    });
  },
  update(ground, command) {
    insistOnFields(command, ['update', 'updates', 'ordered']);
    const namespace = namespaceOf(command, 'update');
    const upserted: Document[] = [];
    let modified = 0;
    const done = inOrder(command.updates as Document[], ({ q, u, upsert, multi }, index) => {
      if (multi) throw noRule('an update of several documents');
      const before = firstOf(ground, namespace, q as Document);
      if (before) {
        ground.collections.write(ground.transaction, namespace, before._id, afterUpdate(before, u as Document));
        modified += 1;
        return 1;
      }
      if (!upsert) return 0;
      const document = afterUpdate({ _id: (q as Document)._id as unknown }, u as Document);
      ground.collections.insert(ground.transaction, namespace, document);
      upserted.push({ index, _id: document._id as unknown });
      return 1;
    });
    return { ...done, nModified: modified, ...(upserted.length > 0 && { upserted }) };
  },
  delete(ground, command) {
    insistOnFields(command, ['delete', 'deletes', 'ordered']);
    const namespace = namespaceOf(command, 'delete');
    return inOrder(command.deletes as Document[], ({ q, limit }) => {
      const matches = matcherOf(q as Document);
      const found = candidatesOf(ground, { ...command, filter: q as Document }).filter(matches);
      const doomed = limit === 1 ? found.slice(0, 1) : found;
      for (const { _id } of doomed) ground.collections.write(ground.transaction, namespace, _id, undefined);
      return doomed.length;
    });
  },
  createIndexes(ground, command) {
    insistOnFields(command, ['createIndexes', 'indexes', 'commitQuorum']);
    for (const { key, unique } of command.indexes as Document[]) {
      const paths = key instanceof Map ? [...(key as Map<string, number>).keys()] : Object.keys(key as Document);
      if (unique) ground.collections.addUnique(namespaceOf(command, 'createIndexes'), paths);
    }
    return {};
  },
  dropDatabase(ground, command) {
    insistOnFields(command, ['dropDatabase']);
    ground.collections.drop(String(command.$db));
    return {};
  },
};

/** The fields that every command may have besides its own (manual, "Database Commands"). */
const common = [
  ...['$db', 'lsid', 'txnNumber', 'startTransaction', 'autocommit', 'readConcern', 'writeConcern', 'maxTimeMS'],
  ...['$clusterTime', '$readPreference', 'comment'],
];

function insistOnFields(command: Document, own: readonly string[]): void {
  const unknown = Object.keys(command).find((name) => !own.includes(name) && !common.includes(name));
  if (unknown !== undefined) throw noRule(`the field ${unknown}`);
}

function namespaceOf(command: Document, name: string): string {
  return `${command.$db}.${command[name]}`;
}

/** By `_id` where the filter names one; all others are looked through. */
function candidatesOf({ collections, transaction }: Ground, command: Document): Document[] {
  const namespace = `${command.$db}.${command.find ?? command.delete ?? command.update}`;
  const id: unknown = (command.filter as Document | undefined)?._id;
  if (typeof id !== 'string') return collections.all(transaction, namespace);
  const document = collections.read(transaction, namespace, id);
  return document ? [document] : [];
}

function firstOf(ground: Ground, namespace: string, filter: Document): Document | undefined {
  const [database = '', ...rest] = namespace.split('.');
  const candidates = candidatesOf(ground, { $db: database, find: rest.join('.'), filter });
  return candidates.find(matcherOf(filter));
}

/** Each in turn; the first that fails ends it, and its error stands in the answer (manual, "insert": ordered, writeErrors). */
function inOrder(items: readonly Document[], write: (item: Document, index: number) => number): Document {
  let n = 0;
  for (const [index, item] of items.entries()) {
    try {
      n += write(item, index);
    } catch (error) {
      if (!(error instanceof Refusal) || error.labels.length > 0) throw error;
      return { n, writeErrors: [{ index, code: error.code, errmsg: error.message }] };
    }
  }
  return { n };
}

function openCursor(
  { cursors }: Ground,
  ns: string,
  documents: Document[],
  batchSize: number,
  singleBatch: boolean,
): Document {
  const left = [...documents];
  const batch = takeBatch(left, batchSize);
  if (left.length === 0 || singleBatch) return { id: Long.ZERO, ns, firstBatch: batch };
  lastCursor += 1;
  cursors.set(String(lastCursor), left);
  return { id: Long.fromNumber(lastCursor), ns, firstBatch: batch };
}

function takeBatch(left: Document[], most: number): Document[] {
  const batch: Document[] = [];
  let bytes = 0;
  while (left.length > 0 && batch.length < most) {
    bytes += sizeOf(left[0]!);
    if (batch.length > 0 && bytes > batchBytes) break;
    batch.push(left.shift()!);
  }
  return batch;
}

function project(document: Document, projection: Document): Document {
  const names = Object.keys(projection);
  if (names.length === 0) return document;
  if (names.some((name) => projection[name] !== 1)) throw noRule('a projection that leaves fields out');
  return Object.fromEntries(['_id', ...names].map((name) => [name, document[name] as unknown]));
}
