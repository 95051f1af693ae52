/** The tool as `npm run serve` starts it, on a fresh durable store with one platform and one activity. */
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Environment } from '../../shared/dist/runtime/env.js';
import { createLog } from '../../shared/dist/runtime/log.js';
import { naturalId, newId } from '../../shared/dist/ids.js';
import { activities, courses, platforms, schools } from '../../shared/dist/store/collections.js';
import { openStore } from '../../shared/dist/store/open-store.js';
import { put } from '../../shared/dist/store/port.js';
import { startServer } from '../../lti-tool/dist/start-server.js';

const folder = process.argv[2] ?? '.';
const { deployment, ...registration } = JSON.parse(process.env.PLATFORM ?? '{}');
const port = await freePort();
const env = Environment.parse({
  PORT: port,
  BASE_URL: `http://127.0.0.1:${port}`,
  // A store that was filled before, or a fresh one.
  STORE_URL: process.env.BENCH_STORE_URL ?? `sqlite:${join(folder, 'bench.db')}`,
  DATA_DIR: join(folder, 'files'),
  APP_SECRET: 'a secret of the benchmark and of nothing else',
  ALLOW_PRIVATE_PLATFORMS: '1',
});
if (!process.env.BENCH_IS_FILLED) await seed();
const server = await startServer(env, createLog('silent'));
console.log(JSON.stringify({ url: server.url }));
process.on('SIGTERM', () => server.stop().then(() => process.exit(0)));

async function seed() {
  const store = await openStore(env.STORE_URL);
  const at = new Date().toISOString();
  const school = newId();
  const platform = naturalId(registration.issuer, registration.clientId);
  const course = naturalId('course', platform, '2');
  await store.commit([
    put(schools, { id: school }, { name: 'Bench', locale: 'nl', linkDays: 21, createdAt: at }, 0),
    put(
      platforms,
      { id: platform },
      { ...registration, school, deployments: [deployment], product: 'moodle', state: 'active', createdAt: at },
      0,
    ),
    put(
      courses,
      { school, id: course },
      { platform, deployment, context: '2', title: 'Lassen 3B', label: '3B', scopes: [] },
      0,
    ),
    put(activities, { school, id: 'bench-activity' }, activity(course, at), 0),
  ]);
  await store.close();
}

function activity(course, at) {
  const behaviour = { practise: 'nog niet', sufficient: 'meestal', good: 'ja' };
  const rubric = ['Werkt veilig', 'Leest de tekening', 'Last een vlakke naad'].map((title) => ({ title, behaviour }));
  return {
    course,
    assignment: 'none',
    title: 'Lasframe maken',
    task: 'Je maakt een frame.',
    safety: '',
    subtasks: [],
    evidence: [{ kind: 'photo', count: 3 }],
    rubric,
    hours: 16,
    counting: { kind: 'formative' },
    madeBy: 'bench',
    madeAt: at,
  };
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
}
