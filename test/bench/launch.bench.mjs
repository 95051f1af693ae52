/**
 * Full launches a second on one core, durable: login → launch (id_token verified, visit stored with fsync) → first page. Beside it, in the same run and
 * with the same driver, the floor: an Express server that answers the same requests without doing anything. Server on core 0, driver on core 1.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlatform } from './platform.mjs';
import { drive } from './drive.mjs';

const seconds = 8;
const connections = 16;

export async function run({ say }) {
  const folder = mkdtempSync(join(tmpdir(), 'buitenboord-bench-'));
  const platform = await startPlatform();
  try {
    const floor = await measure({ say, what: 'floor', platform, args: ['test/bench/floor-server.mjs'], env: {} });
    const ours = await measure({
      say,
      what: 'buitenboord',
      platform,
      args: ['test/bench/tool-server.mjs', folder],
      env: {},
    });
    return {
      name: 'launch',
      node: process.version,
      connections,
      seconds,
      durable: 'SQLite WAL, synchronous=FULL',
      launchesPerSecond: ours.perSecond,
      p50Ms: ours.p50Ms,
      p99Ms: ours.p99Ms,
      errors: ours.errors,
      serverRestMb: ours.restMb,
      serverEndMb: ours.endMb,
      readyMs: ours.readyMs,
      floorLaunchesPerSecond: floor.perSecond,
      ratioToFloor: Number((ours.perSecond / floor.perSecond).toFixed(2)),
    };
  } finally {
    await platform.stop();
    rmSync(folder, { recursive: true });
  }
}

async function measure({ say, what, platform, args, env }) {
  const startedAt = performance.now();
  const server = spawn('taskset', ['-c', '0', process.execPath, ...args], {
    env: { ...process.env, ...env, PLATFORM: JSON.stringify(platform.registration), NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const { url } = await firstLine(server.stdout);
    const readyMs = Math.round(performance.now() - startedAt);
    const restMb = residentMb(server.pid);
    await drive({ url, platform, connections, seconds: 2 });
    const measured = await drive({ url, platform, connections, seconds });
    say(`${what}: ${measured.perSecond} launches/s, p99 ${measured.p99Ms} ms`);
    return { ...measured, readyMs, restMb, endMb: residentMb(server.pid) };
  } finally {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.on('close', resolve));
  }
}

function firstLine(stream) {
  return new Promise((resolve) => stream.once('data', (line) => resolve(JSON.parse(String(line)))));
}

function residentMb(pid) {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}
