import { createServer, type Server } from 'node:http';
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createDemoMailer } from '@buitenboord/connectors/mail/demo-mailer.js';
import { openBlobPlace } from '@buitenboord/shared/blobs/blob-place.js';
import { newId } from '@buitenboord/shared/ids.js';
import { markBounced } from '@buitenboord/shared/outbox/mark-bounced.js';
import { startWorker, type RunningWorker } from '@buitenboord/shared/outbox/run-worker.js';
import { noMailServer, type Mailer } from '@buitenboord/shared/ports/mailer.js';
import type { Environment } from '@buitenboord/shared/runtime/env.js';
import { createLog, type Log } from '@buitenboord/shared/runtime/log.js';
import { createVault } from '@buitenboord/shared/runtime/vault.js';
import type { StoreProof } from '@buitenboord/shared/ports/store-proof.js';
import { readMongoProof } from '@buitenboord/shared/store/mongo/proof.js';
import { isMongoUrl, openStore } from '@buitenboord/shared/store/open-store.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { openingSealedMail } from '@buitenboord/shared/use-cases/company/sealed-mail.js';
import { compose } from './compose.js';
import { everyWay, type FrameWays } from './launch/frame-ways.js';
import { startHousekeeping } from './housekeeping.js';
import { senderOf } from './sender.js';

export interface RunningServer {
  url: string;
  port: number;
  /** Finishes what is under way, takes nothing new, and leaves the store whole. */
  stop(): Promise<void>;
}

const workerIntervalMs = 1000;
const bounceIntervalMs = 5 * 60_000;

/** Starts the tool: store, application, and the worker that lets things leave. */
export async function startServer(
  env: Environment,
  log: Log = createLog(env.LOG_LEVEL),
  frameWays: FrameWays = everyWay,
): Promise<RunningServer> {
  await mkdir(env.DATA_DIR, { recursive: true });
  const now = () => new Date();
  const vault = createVault(env.APP_SECRET);
  const store = await openStore(env.STORE_URL);
  const blobPlace = await openBlobPlace(env.STORE_URL, env.DATA_DIR);
  const storeProof = isMongoUrl(env.STORE_URL) ? await readMongoProof() : undefined;
  const wake = wakeLater();
  const house = compose({ env, store, vault, log, now, frameWays, blobPlace, storeProof, wakeWorker: wake.call });
  const server = createServer(house.app);
  try {
    await listen(server, env);
  } catch (error) {
    // A port that is taken: nothing was begun yet, and nothing stays behind.
    await house.close();
    await blobPlace.close();
    await store.close();
    throw error;
  }
  const worker = startWorker(
    {
      store,
      now,
      newId,
      random: Math.random,
      gradebook: house.services,
      mailer: openingSealedMail(await mailerFor(env, store), vault),
      report: (error) => log.failed({ reference: '-', route: 'worker', error }),
    },
    { intervalMs: workerIntervalMs, worker: `server-${process.pid}` },
  );
  wake.reaches(worker);
  const housekeeping = startHousekeeping({ ...house.deps, sweepBlobs: house.sweepBlobs });
  const bounces = await bounceReader(env, store, log);
  const { port } = server.address() as AddressInfo;
  log.happened('started', { port, store: env.STORE_URL.split(':', 1)[0], ...sayProof(storeProof) });
  return {
    url: env.BASE_URL,
    port,
    async stop() {
      await close(server);
      await Promise.all([worker.stop(), housekeeping.stop(), bounces?.stop()]);
      await house.close();
      await blobPlace.close();
      await store.close();
    },
  };
}

/** The routes wake the worker, and the worker needs what the routes are made of: whoever comes first waits for the other. */
function wakeLater() {
  let worker: RunningWorker | undefined;
  return { call: () => worker?.wake(), reaches: (started: RunningWorker) => (worker = started) };
}

/** What MongoDB was tried on: our double only, until a report of a real cluster is in docs/proof. */
function sayProof(proof: StoreProof | undefined): { proven?: string } {
  if (!proof) return {};
  return { proven: proof.kind === 'double' ? 'against our wire double only' : `on MongoDB ${proof.version}` };
}

/** Without a mail server nothing is said to be sent: the teacher sees why. */
const noMailer: Mailer = {
  send: () => Promise.resolve({ kind: 'refused', detail: noMailServer }),
};

async function mailerFor(env: Environment, store: Store): Promise<Mailer> {
  if (!env.SMTP_URL) return env.DEMO_MAILBOX ? createDemoMailer({ store, now: () => new Date() }) : noMailer;
  const { createSmtpMailer } = await import('@buitenboord/connectors/mail/smtp-mailer.js');
  return createSmtpMailer({ smtpUrl: env.SMTP_URL, from: senderOf(env.MAIL_FROM) });
}

/** Mail libraries are large: they are loaded where mail is configured. */
async function bounceReader(env: Environment, store: Store, log: Log) {
  if (!env.BOUNCE_IMAP_URL) return undefined;
  const { startBounceReader } = await import('@buitenboord/connectors/mail/bounces.js');
  return startBounceReader({
    imapUrl: env.BOUNCE_IMAP_URL,
    intervalMs: bounceIntervalMs,
    markBounced: (bounce) => markBounced({ store, now: () => new Date() }, bounce),
    report: (error) => log.failed({ reference: '-', route: 'bounces', error }),
  });
}

async function listen(server: Server, { PORT, HOST }: Environment): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(PORT, HOST, resolve);
  });
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    // A browser that keeps a connection open mustn't keep the server up.
    setTimeout(() => server.closeAllConnections(), 5000).unref();
  });
}
