/**
 * Full launches a second on one core: login → launch (id_token verified, visit stored) → first page. Ours is the built tool, durable on SQLite with
 * synchronous=FULL and with its real page; beside it, in the same run and with the same driver, the peers with their sessions in memory and a page of
 * the same weight, and the floor: Express answering the same requests without doing any of the work. Servers on core 0, driver on core 1, turn by turn.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drive } from './drive.mjs';
import { installPeers } from './peers/install-peers.mjs';
import { startPlatform } from './platform.mjs';
import { startUnderLoad } from './server-under-load.mjs';

const rounds = 3;
const warmSeconds = 4;
const secondsOf = { 16: 5, 1: 3 };
const scripts = {
  buitenboord: 'test/bench/tool-server.mjs',
  'lti-tool': 'test/bench/peers/lti-tool-server.mjs',
  ltijs: 'test/bench/peers/ltijs-server.mjs',
  floor: 'test/bench/floor-server.mjs',
};

export async function run({ say }) {
  installPeers();
  const folder = mkdtempSync(join(tmpdir(), 'buitenboord-bench-'));
  const platform = await startPlatform();
  const servers = {};
  try {
    for (const [name, script] of Object.entries(scripts))
      servers[name] = await startUnderLoad({ script, args: name === 'buitenboord' ? [folder] : [], platform });
    return await measureAll({ servers, platform, say });
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
    await platform.stop();
    rmSync(folder, { recursive: true });
  }
}

async function measureAll({ servers, platform, say }) {
  const names = Object.keys(servers);
  const restMb = Object.fromEntries(names.map((name) => [name, servers[name].residentMb()]));
  for (const name of names) await drive({ url: servers[name].url, platform, connections: 16, seconds: warmSeconds });
  const results = Object.fromEntries(names.map((name) => [name, { 16: [], 1: [] }]));
  for (let round = 1; round <= rounds; round += 1)
    for (const connections of [16, 1])
      for (const name of names) {
        const measured = await measure({ server: servers[name], platform, connections });
        results[name][connections].push(measured);
        say(
          `round ${round}, ${connections} at a time, ${name}: ${measured.perSecond} launches/s, p99 ${measured.p99Ms} ms`,
        );
      }
  const figures = Object.fromEntries(
    names.map((name) => [
      name,
      {
        sixteen: summary(results[name][16]),
        one: summary(results[name][1]),
        restMb: restMb[name],
        endMb: servers[name].residentMb(),
        readyMs: servers[name].readyMs,
      },
    ]),
  );
  const ratioTo = (peer) =>
    Number((figures.buitenboord.sixteen.perSecond / figures[peer].sixteen.perSecond).toFixed(2));
  return {
    name: 'launch',
    node: process.version,
    rounds,
    durable: 'buitenboord: SQLite WAL, synchronous=FULL; the others keep nothing',
    ...figures,
    ratios: { ltijs: ratioTo('ltijs'), 'lti-tool': ratioTo('lti-tool'), floor: ratioTo('floor') },
  };
}

async function measure({ server, platform, connections }) {
  const before = server.cpuMs();
  const driven = await drive({ url: server.url, platform, connections, seconds: secondsOf[connections] });
  return { ...driven, cpuMs: (server.cpuMs() - before) / driven.launches };
}

/** The median of the rounds, field by field; errors of all of them. */
function summary(measured) {
  const middle = (field, digits) => {
    const values = measured.map((each) => each[field]).sort((one, other) => one - other);
    return Number(values[Math.floor(values.length / 2)].toFixed(digits));
  };
  return {
    perSecond: middle('perSecond', 0),
    p50Ms: middle('p50Ms', 1),
    p99Ms: middle('p99Ms', 1),
    cpuMs: middle('cpuMs', 2),
    errors: measured.reduce((sum, { errors }) => sum + errors, 0),
  };
}
