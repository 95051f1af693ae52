import type { Document } from 'bson';
import { keyOf, valueAt } from './documents.js';
import { Refusal, writeConflict } from './refusal.js';

/** A state that was committed: the document, or undefined from when it was deleted. */
interface Version {
  at: number;
  document: Document | undefined;
}

interface KeptCollection {
  versions: Map<string, Version[]>;
  /** Of each unique index the paths; `_id` is the key of `versions`. */
  unique: string[][];
  /** Per unique index, which document holds a value now. */
  holders: Map<string, string>[];
}

/** What one transaction sees and writes: a snapshot, and its own changes over it (manual, "Read Isolation: snapshot"). */
export interface Transaction {
  snapshot: number;
  /** By namespace and key. */
  writes: Map<string, Map<string, Document | undefined>>;
}

/** The documents of a server, each with its history, so that a transaction reads what stood there when it began. */
export interface Collections {
  begin(): Transaction;
  /** Makes the changes of a transaction visible, all at once. */
  commit(transaction: Transaction): void;
  /** Forgets the changes. */
  abort(transaction: Transaction): void;
  read(transaction: Transaction, namespace: string, id: unknown): Document | undefined;
  all(transaction: Transaction, namespace: string): Document[];
  /** Writes a document, or deletes it. Throws WriteConflict when somebody else wrote it since the snapshot, or is writing it. */
  write(transaction: Transaction, namespace: string, id: unknown, document: Document | undefined): void;
  insert(transaction: Transaction, namespace: string, document: Document): void;
  addUnique(namespace: string, paths: string[]): void;
  drop(database: string): void;
}

export function createCollections(): Collections {
  const kept = new Map<string, KeptCollection>();
  const open = new Set<Transaction>();
  let clock = 0;

  const collectionOf = (namespace: string): KeptCollection => {
    const known = kept.get(namespace) ?? { versions: new Map(), unique: [], holders: [] };
    kept.set(namespace, known);
    return known;
  };
  const committed = (namespace: string, key: string, at: number): Document | undefined =>
    collectionOf(namespace)
      .versions.get(key)
      ?.findLast((version) => version.at <= at)?.document;
  const latest = (namespace: string, key: string) => collectionOf(namespace).versions.get(key)?.at(-1);
  const ownWrites = ({ writes }: Transaction, namespace: string) => {
    const own = writes.get(namespace) ?? new Map<string, Document | undefined>();
    writes.set(namespace, own);
    return own;
  };

  function insistOnNobodyElse(transaction: Transaction, namespace: string, key: string): void {
    const last = latest(namespace, key);
    if (last && last.at > transaction.snapshot) throw writeConflict();
    for (const other of open) if (other !== transaction && other.writes.get(namespace)?.has(key)) throw writeConflict();
  }

  /** A second document with the same values of a unique index is refused (manual, "Unique Indexes"), also against one that isn't committed yet. */
  function insistOnUnique(transaction: Transaction, namespace: string, key: string, document: Document): void {
    collectionOf(namespace).unique.forEach((paths, index) => {
      const value = valueOf(document, paths);
      const holder = collectionOf(namespace).holders[index]!.get(value);
      if (holder !== undefined && holder !== key && isThere(transaction, namespace, holder)) {
        if ((latest(namespace, holder)?.at ?? 0) > transaction.snapshot) throw writeConflict();
        throw duplicate(namespace, paths.join('_'));
      }
      for (const other of open) {
        for (const [otherKey, written] of other.writes.get(namespace) ?? []) {
          if (otherKey === key || !written || valueOf(written, paths) !== value) continue;
          throw other === transaction ? duplicate(namespace, paths.join('_')) : writeConflict();
        }
      }
    });
  }

  function isThere(transaction: Transaction, namespace: string, key: string): boolean {
    const own = transaction.writes.get(namespace);
    return own?.has(key) ? own.get(key) !== undefined : latest(namespace, key)?.document !== undefined;
  }

  const collections: Collections = {
    begin() {
      const transaction = { snapshot: clock, writes: new Map() };
      open.add(transaction);
      return transaction;
    },
    commit(transaction) {
      clock += 1;
      open.delete(transaction);
      for (const [namespace, writes] of transaction.writes) {
        const { versions, unique, holders } = collectionOf(namespace);
        for (const [key, document] of writes) {
          const before = latest(namespace, key)?.document;
          unique.forEach((paths, index) => {
            if (before && holders[index]!.get(valueOf(before, paths)) === key)
              holders[index]!.delete(valueOf(before, paths));
            if (document) holders[index]!.set(valueOf(document, paths), key);
          });
          const oldest = Math.min(clock, ...[...open].map(({ snapshot }) => snapshot));
          const history = [...(versions.get(key) ?? []), { at: clock, document }];
          const firstNeeded = Math.max(
            0,
            history.findLastIndex(({ at }) => at <= oldest),
          );
          const needed = history.slice(firstNeeded);
          if (needed.length === 1 && document === undefined && open.size === 0) versions.delete(key);
          else versions.set(key, needed);
        }
      }
    },
    abort: (transaction) => void open.delete(transaction),
    read(transaction, namespace, id) {
      const key = keyOf(id);
      const own = transaction.writes.get(namespace);
      return own?.has(key) ? own.get(key) : committed(namespace, key, transaction.snapshot);
    },
    all(transaction, namespace) {
      const own = transaction.writes.get(namespace) ?? new Map<string, Document | undefined>();
      const found: Document[] = [];
      for (const key of collectionOf(namespace).versions.keys()) {
        const document = own.has(key) ? undefined : committed(namespace, key, transaction.snapshot);
        if (document) found.push(document);
      }
      for (const document of own.values()) if (document) found.push(document);
      return found;
    },
    write(transaction, namespace, id, document) {
      const key = keyOf(id);
      insistOnNobodyElse(transaction, namespace, key);
      ownWrites(transaction, namespace).set(key, document);
    },
    insert(transaction, namespace, document) {
      const key = keyOf(document._id);
      if (collections.read(transaction, namespace, document._id)) throw duplicate(namespace, '_id_');
      insistOnNobodyElse(transaction, namespace, key);
      insistOnUnique(transaction, namespace, key, document);
      ownWrites(transaction, namespace).set(key, document);
    },
    addUnique(namespace, paths) {
      const collection = collectionOf(namespace);
      if (collection.unique.some((known) => known.join() === paths.join())) return;
      const holders = new Map<string, string>();
      for (const [key, versions] of collection.versions) {
        const document = versions.at(-1)?.document;
        if (document) holders.set(valueOf(document, paths), key);
      }
      collection.unique.push(paths);
      collection.holders.push(holders);
    },
    drop(database) {
      for (const namespace of kept.keys()) if (namespace.startsWith(`${database}.`)) kept.delete(namespace);
    },
  };
  return collections;
}

function valueOf(document: Document, paths: readonly string[]): string {
  return keyOf(paths.map((path) => valueAt(document, path)));
}

function duplicate(namespace: string, index: string): Refusal {
  return new Refusal(11000, 'DuplicateKey', `E11000 duplicate key error collection: ${namespace} index: ${index}`);
}
