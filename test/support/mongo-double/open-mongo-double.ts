import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { ObjectId, type Document } from 'bson';
import { createCollections } from './collections.js';
import { documentCommands, type Ground } from './commands.js';
import { createFaults, refusalOf, type Faults } from './faults.js';
import { Refusal, unknownCommand } from './refusal.js';
import { createSessions } from './sessions.js';
import { readRequests, writeAnswer, type WireRequest } from './wire.js';

/**
 * A MongoDB replica set of one, as the driver sees it: the wire protocol, snapshot transactions with write conflicts, retryable writes, unique
 * indexes, cursors, and faults. It holds what the store's adapter needs and refuses everything else aloud. No real server can be had where the
 * tests run; what this one can't show is said in docs/operations.md.
 */
export interface MongoDouble {
  /** With a database of its own. */
  url: string;
  faults: Faults;
  /** The commands that came, in order: name and the command. */
  commands: { name: string; command: Document }[];
  close(): Promise<void>;
}

const setName = 'double';
/** A write outside a transaction waits for the transaction that holds its document (manual, "In-progress Transactions and Write Conflicts"). */
const waitForLockMs = 5;
const longestWaitMs = 5_000;

export async function openMongoDouble({
  replicaSet = true,
  wireVersion = 21,
  transactionLifetimeMs = 60_000,
} = {}): Promise<MongoDouble> {
  const collections = createCollections();
  const sessions = createSessions(collections, transactionLifetimeMs);
  const faults = createFaults();
  const cursors: Ground['cursors'] = new Map();
  const commands: MongoDouble['commands'] = [];
  const electionId = new ObjectId();
  let connections = 0;

  const hello = () => ({
    ...{ helloOk: true, isWritablePrimary: true, ismaster: true, secondary: false, localTime: new Date() },
    ...(replicaSet && { setName, setVersion: 1, hosts: [address()], primary: address(), me: address(), electionId }),
    ...{ maxBsonObjectSize: 16_777_216, maxMessageSizeBytes: 48_000_000, maxWriteBatchSize: 100_000 },
    ...{ logicalSessionTimeoutMinutes: 30, connectionId: (connections += 1) },
    ...{ minWireVersion: 0, maxWireVersion: wireVersion, readOnly: false },
  });

  async function run(name: string, command: Document): Promise<Document> {
    switch (name) {
      case 'hello':
      case 'ismaster':
      case 'isMaster':
        return hello();
      case 'ping':
      case 'endSessions':
        return {};
      case 'buildInfo':
        return { version: 'double' };
      case 'commitTransaction':
        sessions.end(command, 'commit');
        return {};
      case 'abortTransaction':
        sessions.end(command, 'abort');
        return {};
      default:
        return runOnDocuments(name, command);
    }
  }

  async function runOnDocuments(name: string, command: Document): Promise<Document> {
    const work = documentCommands[name];
    if (!work) throw unknownCommand(name);
    sessions.expire();
    const before = sessions.answered(command);
    if (before) return before;
    const transaction = sessions.transactionOf(command);
    if (transaction) {
      try {
        const answer = work({ collections, transaction, cursors }, command);
        if (answer.writeErrors) sessions.fail(command);
        return answer;
      } catch (error) {
        sessions.fail(command);
        throw error;
      }
    }
    const answer = await runAlone((ground) => work(ground, command));
    sessions.remember(command, answer);
    return answer;
  }

  /** A transaction of its own; one that meets another's waits for it, as on a real server, and does not fail. */
  async function runAlone(work: (ground: Ground) => Document): Promise<Document> {
    for (let waited = 0; ; waited += waitForLockMs) {
      const transaction = collections.begin();
      try {
        const answer = work({ collections, transaction, cursors });
        collections.commit(transaction);
        return answer;
      } catch (error) {
        collections.abort(transaction);
        const isHeld = error instanceof Refusal && error.code === 112;
        if (!isHeld || waited > longestWaitMs) throw error;
        await wait(waitForLockMs);
      }
    }
  }

  async function answer(socket: Socket, request: WireRequest): Promise<void> {
    const name = Object.keys(request.command)[0] ?? '';
    if (!/^(hello|ismaster)$/iu.test(name)) commands.push({ name, command: request.command });
    if (commands.length > 50_000) commands.splice(0, 25_000);
    const fault = faults.take(name);
    if (fault?.kind === 'delay') await wait(fault.ms);
    if (fault?.kind === 'cut' && fault.when === 'before') return void socket.destroy();
    const isPart = request.command.autocommit === false && name !== 'commitTransaction';
    let said: Document;
    try {
      if (fault?.kind === 'error') throw refusalOf(fault, isPart);
      if (fault?.kind === 'step-down' && fault.when === 'before') throw refusalOf(fault, isPart);
      said = { ...(await run(name, request.command)), ok: 1 };
      if (fault?.kind === 'step-down') throw refusalOf(fault, isPart);
    } catch (error) {
      // Whatever goes wrong inside a transaction ends it.
      if (isPart) sessions.fail(request.command);
      said = wordsOf(error);
    }
    if (fault?.kind === 'cut') return void socket.destroy();
    if (!request.silent && !socket.destroyed) socket.write(writeAnswer(request, said));
  }

  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let bytes = Buffer.alloc(0);
    // In the order in which they came: a connection asks one thing at a time.
    let before = Promise.resolve();
    socket.on('data', (data) => {
      const { requests, rest } = readRequests(Buffer.concat([bytes, data]));
      bytes = Buffer.from(rest);
      for (const request of requests) before = before.then(() => answer(socket, request));
    });
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  const address = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `mongodb://${address()}/buitenboord${replicaSet ? `?replicaSet=${setName}` : '?directConnection=true'}`,
    faults,
    commands,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function wordsOf(error: unknown): Document {
  if (!(error instanceof Refusal)) {
    console.error(error);
    return { ok: 0, code: 8, codeName: 'UnknownError', errmsg: String(error) };
  }
  const { code, codeName, message, labels } = error;
  return { ok: 0, code, codeName, errmsg: message, ...(labels.length > 0 && { errorLabels: labels }) };
}
