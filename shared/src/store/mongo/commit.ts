import { WriteConcern, type ClientSession, type Db, type MongoClient } from 'mongodb';
import { Problem } from '../../problem.js';
import { auditId, AuditEntry, chainEntry } from '../audit.js';
import { auditEntries } from '../collections.js';
import type { AnyCollection, AuditFact, Write } from '../port.js';
import { refuseChain } from '../records/audit-chain-guard.js';
import { timeLimit } from './connect.js';
import { contentOf, documentId, newDocument, type StoredDocument } from './documents.js';
import { isDuplicate } from './unavailable.js';

/** Somebody else appended to the chain since this transaction looked: nothing is wrong with the request, and it is done again. */
class ChainGrew extends Error {}

/** How often a commit is done again because of others; each time somebody else got ahead, so it doesn't go on without end. */
const mostTries = 60;

type Prepared = (session: ClientSession | undefined) => Promise<void>;

/** Commits writes: all or none. */
export type Commit = (writes: readonly Write[]) => Promise<void>;

/**
 * Commits in one transaction with snapshot reads. Every write names the version it saw, so that what is right doesn't hang on the isolation
 * alone. What is done inside may be done again by the driver, so it touches nothing but the database.
 */
export function createCommit(client: MongoClient, db: Db): Commit {
  const queues = new Map<string, Promise<unknown>>();
  return async (writes) => {
    const prepared = writes.map((write) => prepare(db, write));
    if (writes.length === 0) return;
    // One document is all or nothing by itself.
    if (writes.length === 1 && writes[0]?.kind !== 'audit') return prepared[0]?.(undefined);
    const schools = new Set(writes.flatMap((write) => (write.kind === 'audit' ? [write.school] : [])));
    await inTurn(queues, [...schools].sort(), () => transact(client, prepared));
  };
}

async function transact(client: MongoClient, prepared: readonly Prepared[]): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.withSession((session) =>
        session.withTransaction(
          async () => {
            for (const write of prepared) await write(session);
          },
          {
            readConcern: { level: 'snapshot' },
            writeConcern: new WriteConcern('majority', undefined, true),
            readPreference: 'primary',
            maxCommitTimeMS: timeLimit.maxTimeMS,
          },
        ),
      );
      return;
    } catch (error) {
      if (!(error instanceof ChainGrew) || tries >= mostTries) throw error;
      // Another server of ours appends to the same chain: who waits a little, at random, isn't in step with it any more.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * Math.min(tries, 10)));
    }
  }
}

/** Commits of this process that append to the same chain follow each other: at once they would only undo each other. */
async function inTurn<T>(
  queues: Map<string, Promise<unknown>>,
  names: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const before = names.flatMap((name) => queues.get(name) ?? []);
  const own = Promise.allSettled(before).then(work);
  const done = own.catch(() => undefined);
  for (const name of names) queues.set(name, done);
  try {
    return await own;
  } finally {
    for (const name of names) if (queues.get(name) === done) queues.delete(name);
  }
}

/** Checks a write against its schema and its key, and answers what to do. */
function prepare(db: Db, write: Write): Prepared {
  switch (write.kind) {
    case 'put':
      return preparePut(db, write);
    case 'remove':
      return prepareRemove(db, write);
    case 'audit':
      return (session) => appendToChain(db, session, write.school, write.fact);
  }
}

function preparePut(db: Db, { collection, key, value, seen }: Extract<Write, { kind: 'put' }>): Prepared {
  refuseChain(collection);
  if (seen === 0) {
    const document = newDocument(collection, key, value);
    return async (session) => {
      try {
        await documentsOf(db, collection).insertOne(document, optionsOf(session));
      } catch (error) {
        if (isDuplicate(error)) throw conflictIn(collection, error);
        throw error;
      }
    };
  }
  const filter = { _id: documentId(collection, key), version: seen };
  const update = { $set: { version: seen + 1, ...contentOf(collection, value) } };
  return async (session) => {
    const { matchedCount } = await documentsOf(db, collection).updateOne(filter, update, optionsOf(session));
    if (matchedCount === 0) throw conflictIn(collection);
  };
}

function prepareRemove(db: Db, { collection, key, seen }: Extract<Write, { kind: 'remove' }>): Prepared {
  refuseChain(collection);
  const filter = { _id: documentId(collection, key), version: seen };
  return async (session) => {
    const { deletedCount } = await documentsOf(db, collection).deleteOne(filter, optionsOf(session));
    if (deletedCount === 0) throw conflictIn(collection);
  };
}

async function appendToChain(
  db: Db,
  session: ClientSession | undefined,
  school: string,
  fact: AuditFact,
): Promise<void> {
  const entries = documentsOf(db, auditEntries);
  const options = { ...optionsOf(session), sort: [['id', -1]] as [string, -1][] };
  const last = await entries.findOne({ school: { $eq: school } }, options);
  const entry = chainEntry(last ? AuditEntry.parse(JSON.parse(last.body)) : undefined, fact);
  try {
    await entries.insertOne(
      newDocument(auditEntries, { school, id: auditId(entry.sequence) }, entry),
      optionsOf(session),
    );
  } catch (error) {
    if (isDuplicate(error)) throw new ChainGrew('The chain grew.', { cause: error });
    throw error;
  }
}

function documentsOf(db: Db, { name }: AnyCollection) {
  return db.collection<StoredDocument>(name);
}

function optionsOf(session: ClientSession | undefined): { session?: ClientSession; maxTimeMS: number } {
  return session ? { session, ...timeLimit } : timeLimit;
}

function conflictIn({ name }: AnyCollection, cause?: unknown): Problem {
  return new Problem('store/conflict', { collection: name }, { cause });
}
