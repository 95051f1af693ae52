/**
 * The loads of docs/performance.md, each beside its goal, on SQLite and (as far as a double can show anything) on our double of MongoDB, whose
 * figures say what the adapter costs and nothing about MongoDB's speed. `BENCH_STUDENTS` sets the size of the large store.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import sharp from 'sharp';
import { Pool } from 'undici';
import { newId } from '../../shared/dist/ids.js';
import { intendDelivery } from '../../shared/dist/outbox/intend.js';
import { startWorker } from '../../shared/dist/outbox/run-worker.js';
import { activities, dueRows } from '../../shared/dist/store/collections.js';
import { openStore } from '../../shared/dist/store/open-store.js';
import { openDeliveries } from '../../shared/dist/use-cases/outbox/open-deliveries.js';
import { classOverview } from '../../shared/dist/use-cases/overview/class-overview.js';
import { launch } from './drive.mjs';
import { fillStore } from './filled-store.mjs';
import { startPlatform } from './platform.mjs';
import { startUnderLoad } from './server-under-load.mjs';

const goals = {
  uploadP99Ms: 5_000,
  launchP99Ms: 500,
  queueSeconds: 60,
  drainSeconds: 15 * 60,
  unfair: 2,
  listP99Ms: 300,
  readySeconds: 10,
};
const launchesPerSecond = 50;
const launchSeconds = 60;
const uploadSeconds = 20;
const pieceBytes = 256 * 1024;

export async function run({ say }) {
  const sqlite = await onFile({ say });
  const mongo = await onDouble({ say });
  const large = await largeStore({ say });
  const figures = { sqlite, mongo, large };
  return { goals, figures, ratios: ratiosOf(figures) };
}

async function onFile({ say }) {
  const folder = mkdtempSync(join(tmpdir(), 'buitenboord-load-'));
  try {
    const launches = await launchLoad({ folder, url: undefined, say, name: 'SQLite' });
    const uploads = await uploadLoad({ folder: join(folder, 'uploads'), say, name: 'SQLite' });
    const outbox = await outboxLoad({ url: `sqlite:${join(folder, 'outbox.db')}`, say, name: 'SQLite' });
    return { launches, uploads, outbox };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function onDouble({ say }) {
  const hook = join(import.meta.dirname, '../support/typescript.mjs');
  const child = fork(join(import.meta.dirname, 'mongo-double.ts'), { execArgv: ['--no-warnings', '--import', hook] });
  const [{ url }] = await once(child, 'message');
  const folder = mkdtempSync(join(tmpdir(), 'buitenboord-load-'));
  try {
    const launches = await launchLoad({ folder, url: url.replace('/buitenboord', '/launches'), say, name: 'double' });
    const outbox = await outboxLoad({ url, say, name: 'double', students: 300 });
    return { launches, outbox };
  } finally {
    child.kill();
    rmSync(folder, { recursive: true });
  }
}

/** L1: so many full launches a second, each at its time, whether or not the ones before are done. */
async function launchLoad({ folder, url, say, name }) {
  const platform = await startPlatform();
  if (url) process.env.BENCH_STORE_URL = url;
  const server = await startUnderLoad({ script: 'test/bench/tool-server.mjs', args: [folder], platform });
  delete process.env.BENCH_STORE_URL;
  const pool = new Pool(server.url, { connections: 32, pipelining: 1 });
  const times = [];
  let errors = 0;
  const under = [];
  const begun = performance.now();
  for (let n = 0; n < launchesPerSecond * launchSeconds; n += 1) {
    await wait(Math.max(0, begun + (n * 1000) / launchesPerSecond - performance.now()));
    const startedAt = performance.now();
    const one = launch(pool, server.url, platform, n % 300);
    under.push(
      one.then(
        () => times.push(performance.now() - startedAt),
        () => (errors += 1),
      ),
    );
  }
  await Promise.all(under);
  await pool.close();
  await server.stop();
  await platform.stop();
  const figures = { perSecond: launchesPerSecond, p50Ms: at(times, 0.5), p99Ms: at(times, 0.99), errors };
  say(`L1 on ${name}: ${JSON.stringify(figures)}`);
  return figures;
}

/** L2: students come in, four a second, while one of them a second sends a photo of 4 MB from a phone, in pieces. */
async function uploadLoad({ folder, url, say, name }) {
  mkdirSync(folder, { recursive: true });
  const platform = await startPlatform();
  if (url) process.env.BENCH_STORE_URL = url;
  const server = await startUnderLoad({ script: 'test/bench/tool-server.mjs', args: [folder], platform });
  delete process.env.BENCH_STORE_URL;
  const pool = new Pool(server.url, { connections: 32, pipelining: 1 });
  const photo = await aLargePhoto();
  const [uploads, under] = [[], []];
  let errors = 0;
  const begun = performance.now();
  for (let n = 0; n < uploadSeconds * 4; n += 1) {
    await wait(Math.max(0, begun + n * 250 - performance.now()));
    const one = launch(pool, server.url, platform, n % 300).then(async (visit) => {
      if (n % 4 === 0) uploads.push(await timed(() => sendPhoto(pool, visit, photo)));
    });
    under.push(one.catch(() => (errors += 1)));
  }
  await Promise.all(under);
  await pool.close();
  await server.stop();
  await platform.stop();
  const megabytes = Number((photo.length / 1_000_000).toFixed(1));
  const figures = { photos: uploads.length, megabytes, p50Ms: at(uploads, 0.5), p99Ms: at(uploads, 0.99), errors };
  say(`L2 on ${name}: ${JSON.stringify(figures)}`);
  return figures;
}

/** Twelve megapixels of noise, which a camera's picture never is: more work than a real one. */
async function aLargePhoto() {
  const [width, height] = [4000, 3000];
  const noise = { type: 'gaussian', mean: 128, sigma: 12 };
  return sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 92 })
    .toBuffer();
}

async function sendPhoto(pool, { path, cookie }, photo) {
  const visit = path.replace(/\/work.*$/u, '');
  const page = await pool.request({ method: 'GET', path, headers: { cookie } });
  const [, token] = /name="token" value="([^"]+)"/u.exec(await page.body.text()) ?? [];
  const headers = { cookie, 'x-form-token': token, accept: 'application/json', 'content-type': 'application/json' };
  const body = JSON.stringify({ kind: 'photo', bytes: photo.length });
  const { id } = await asJson(pool, { method: 'POST', path: `${visit}/uploads`, headers, body }, 201);
  for (let offset = 0; offset < photo.length; offset += pieceBytes) {
    const piece = photo.subarray(offset, offset + pieceBytes);
    const own = { ...headers, 'content-type': 'application/octet-stream' };
    await asJson(
      pool,
      { method: 'PUT', path: `${visit}/uploads/${id}?offset=${offset}`, headers: own, body: piece },
      200,
    );
  }
  const whole = JSON.stringify({ sha256: createHash('sha256').update(photo).digest('hex') });
  await asJson(pool, { method: 'POST', path: `${visit}/uploads/${id}/finish`, headers, body: whole }, 200);
}

async function asJson(pool, request, status) {
  const answer = await pool.request(request);
  const text = await answer.body.text();
  if (answer.statusCode !== status) throw new Error(`${request.method} ${request.path}: ${answer.statusCode} ${text}`);
  return JSON.parse(text);
}

/** L3: grades of a school's students change again and again, are queued, and leave to a platform that answers in 50 ms. */
async function outboxLoad({ url, say, name, students = 1200, changes = 10_000, schoolCount = 10 }) {
  const store = await openStore(url);
  const studentsEach = students / schoolCount;
  const filled = await fillStore(store, { schoolCount, studentsEach, waiting: false });
  const places = filled.flatMap(({ school, courses }) =>
    courses.flatMap(({ course, activity, students: own }) =>
      own.map((student) => ({ school, course, activity, student })),
    ),
  );
  const count = Math.min(changes, places.length * 8);
  const queuedFrom = performance.now();
  for (let n = 0; n < count; n += 1) await settle(store, places[n % places.length], 10 + (n % 91));
  const queueSeconds = seconds(performance.now() - queuedFrom);
  const drain = await drainAll(store, filled);
  await store.close();
  const figures = { changes: count, students: places.length, queueSeconds, ...drain };
  say(`L3 on ${name}: ${JSON.stringify(figures)}`);
  return figures;
}

async function settle(store, { school, course, activity, student }, tenths) {
  const payload = { target: 'gradebook', activity, course, student, tenths, remark: '', settledBy: 'teacher' };
  const about = { school, target: 'gradebook', key: `${activity} ${student}`, activity, student, at: new Date() };
  await store.commit(await intendDelivery(store, { ...about, payload }));
}

async function drainAll(store, filled) {
  const standing = new Map();
  const answer = async (value) => {
    await wait(50);
    return value;
  };
  const gradebook = {
    read: (column, subject) => answer({ kind: 'found', value: standing.get(`${column.school} ${subject}`) ?? 70 }),
    put: (column, score) => {
      standing.set(`${column.school} ${score.subject}`, score.tenths);
      return answer({ kind: 'received' });
    },
  };
  const from = performance.now();
  const worker = startWorker(
    {
      store,
      gradebook,
      mailer: { send: () => Promise.reject(new Error('no mail')) },
      now: () => new Date(),
      newId,
      random: Math.random,
    },
    { intervalMs: 250 },
  );
  const doneAfter = new Map();
  while (doneAfter.size < filled.length && performance.now() - from < goals.drainSeconds * 1000) {
    await wait(250);
    for (const { school } of filled) {
      if (doneAfter.has(school)) continue;
      const { items } = await store.find(dueRows, { where: { school }, limit: 1 });
      if (items.length === 0) doneAfter.set(school, seconds(performance.now() - from));
    }
  }
  await worker.stop();
  const all = [...doneAfter.values()].sort((one, other) => one - other);
  const median = all[Math.floor(all.length / 2)] ?? 0;
  return {
    drainSeconds: all.at(-1) ?? -1,
    worstOfMedian: Number(((all.at(-1) ?? 0) / median).toFixed(2)),
    schoolsDone: all.length,
  };
}

/** L5: pages of a class and of what is on its way among 60,000 students of 50 schools, and how long a start takes there. */
async function largeStore({ say }) {
  const folder = mkdtempSync(join(tmpdir(), 'buitenboord-large-'));
  const url = `sqlite:${join(folder, 'large.db')}`;
  const students = Number(process.env.BENCH_STUDENTS ?? 60_000);
  try {
    const store = await openStore(url);
    const filledFrom = performance.now();
    const filled = await fillStore(store, {
      schoolCount: 50,
      studentsEach: students / 50,
      waiting: false,
      entriesEach: students / 5,
    });
    const fillSeconds = seconds(performance.now() - filledFrom);
    const lists = await listTimes(store, filled);
    await store.close();
    const ready = await readyTime({ folder, url });
    const figures = { students, schools: 50, auditEntries: students * 10, fillSeconds, ...lists, ...ready };
    say(`L5: ${JSON.stringify(figures)}`);
    return figures;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function listTimes(store, filled) {
  const [overview, outbox] = [[], []];
  for (let n = 0; n < 300; n += 1) {
    const { school, courses } = filled[n % filled.length];
    const { activity } = courses[(n * 7) % courses.length];
    const stored = await store.get(activities, { school, id: activity });
    overview.push(await timed(() => classOverview({ store, now: () => new Date() }, stored)));
    outbox.push(await timed(() => openDeliveries(store, school)));
  }
  return { overviewP99Ms: at(overview, 0.99), outboxP99Ms: at(outbox, 0.99) };
}

async function readyTime({ folder, url }) {
  const platform = await startPlatform();
  Object.assign(process.env, { BENCH_STORE_URL: url, BENCH_IS_FILLED: '1' });
  const server = await startUnderLoad({ script: 'test/bench/tool-server.mjs', args: [folder], platform });
  delete process.env.BENCH_STORE_URL;
  delete process.env.BENCH_IS_FILLED;
  const figures = { readySeconds: seconds(server.readyMs), residentMb: server.residentMb() };
  await server.stop();
  await platform.stop();
  return figures;
}

/** Each figure as a share of its goal: below 1 it is reached. */
function ratiosOf({ sqlite, mongo, large }) {
  const of = (value, goal) => Number((value / goal).toFixed(3));
  const both = ({ launches, uploads, outbox }) => ({
    L1: launches.errors > 0 ? null : of(launches.p99Ms, goals.launchP99Ms),
    ...(uploads && { L2: uploads.errors > 0 ? null : of(uploads.p99Ms, goals.uploadP99Ms) }),
    L3queue: of(outbox.queueSeconds, goals.queueSeconds),
    L3drain: of(outbox.drainSeconds, goals.drainSeconds),
    L3unfair: of(outbox.worstOfMedian, goals.unfair),
  });
  const L5 = {
    list: of(Math.max(large.overviewP99Ms, large.outboxP99Ms), goals.listP99Ms),
    ready: of(large.readySeconds, goals.readySeconds),
  };
  return { sqlite: both(sqlite), mongo: both(mongo), L5 };
}

async function timed(work) {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function at(times, share) {
  const sorted = times.toSorted((one, other) => one - other);
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1));
}

function seconds(ms) {
  return Number((ms / 1000).toFixed(1));
}
