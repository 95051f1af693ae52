import { MongoClient, MongoServerSelectionError, type Db, type MongoClientOptions } from 'mongodb';

/** MongoDB 7.0: the oldest that is still maintained and has everything that is asked of it (wire version 21). */
const oldestWireVersion = 21;

/**
 * What is never left to a default (reliability-and-security.md §1.5): acknowledged means on the disks of a majority, and read means what such
 * a majority has, from the primary. A write whose answer is lost is repeated by the driver, and counted once by the server.
 */
const promises: MongoClientOptions = {
  writeConcern: { w: 'majority', journal: true },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
  retryWrites: true,
  retryReads: true,
  serverSelectionTimeoutMS: 10_000,
  connectTimeoutMS: 10_000,
  // Longer than the server may take for anything: a line that is dead is noticed, a busy server isn't cut off.
  socketTimeoutMS: 20_000,
  waitQueueTimeoutMS: 10_000,
  appName: 'buitenboord',
  ignoreUndefined: true,
};

// Without the address: it may hold a password.
const unreachable =
  'MongoDB can’t be reached. Look whether it runs, whether this machine may connect to it, and whether STORE_URL has its address and the name of its replica set.';

/** For each command: the server stops working on what nobody waits for any more. */
export const timeLimit = { maxTimeMS: 10_000 } as const;

/** Connects to the database that a URL names (`mongodb://…/buitenboord`), and refuses a server that can't keep the store's promises. */
export async function connectMongo(url: string): Promise<{ client: MongoClient; db: Db }> {
  const client = new MongoClient(url, promises);
  try {
    await client.connect();
    await insistOnServer(client);
    return { client, db: client.db() };
  } catch (error) {
    await client.close();
    if (error instanceof MongoServerSelectionError) throw new Error(unreachable, { cause: error });
    throw error;
  }
}

/** Which server a URL leads to: its version and the name of its replica set. */
export async function describeServer(url: string): Promise<{ version: string; replicaSet: string }> {
  const { client } = await connectMongo(url);
  try {
    const admin = client.db('admin');
    const { version } = await admin.command({ buildInfo: 1 });
    const { setName } = await admin.command({ hello: 1 });
    return { version: String(version), replicaSet: String(setName ?? 'sharded') };
  } finally {
    await client.close();
  }
}

/** Takes a whole database away: for one that was made to be thrown away. */
export async function dropDatabase(url: string): Promise<void> {
  const { client, db } = await connectMongo(url);
  await db.dropDatabase();
  await client.close();
}

async function insistOnServer(client: MongoClient): Promise<void> {
  const hello = await client.db('admin').command({ hello: 1 });
  if (hello.setName === undefined && hello.msg !== 'isdbgrid')
    throw new Error(
      'This MongoDB is a single server without a replica set, and transactions need one. Start it with --replSet, run rs.initiate(), and name the set in STORE_URL (?replicaSet=…).',
    );
  if (Number(hello.maxWireVersion) < oldestWireVersion)
    throw new Error('This MongoDB is older than 7.0. Update it, and start again.');
}
