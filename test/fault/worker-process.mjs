/** A worker of the campaign, as a process of its own from the built code: delivers what is due until it is killed, or dies at a numbered step. */
import { createLtiServices } from '../../connectors/dist/lti-services/index.js';
import { createToolKeys } from '../../lti-tool/dist/lti/tool-keys.js';
import { serviceAccess } from '../../lti-tool/dist/service-access.js';
import { newId } from '../../shared/dist/ids.js';
import { startWorker } from '../../shared/dist/outbox/run-worker.js';
import { createSchoolPace } from '../../shared/dist/outbox/school-pace.js';
import { createOutbound } from '../../shared/dist/runtime/fetch-json.js';
import { createVault } from '../../shared/dist/runtime/vault.js';
import { openStore } from '../../shared/dist/store/open-store.js';

const { storeUrl, secret, timeoutMs, leaseMs, intervalMs, dieAtStep, mutant, ...begin } = JSON.parse(
  process.env.CAMPAIGN_WORKER,
);
let { clockOffsetMs } = begin;
let steps = 0;
process.on('message', (message) => {
  if (message.kind === 'clock') ({ clockOffsetMs } = message);
});
process.on('disconnect', () => process.exit(0));
const now = () => new Date(Date.now() + clockOffsetMs);

const store = await openAtLast(storeUrl);
const outbound = createOutbound({ allowPrivate: true, userAgent: 'campaign' });
const hasty = { ...outbound, request: (request) => outbound.request({ ...request, timeoutMs }) };
const toolKeys = createToolKeys({ store, vault: createVault(secret), now });
const services = createLtiServices(serviceAccess({ store, outbound: hasty, toolKeys, now }));

startWorker(
  {
    store: mortal(store, ['get', 'find', 'commit']),
    gradebook: mortal(mutant ? forgetful(services) : services, ['put', 'read']),
    mailer: { send: () => Promise.reject(new Error('The campaign sends no mail.')) },
    now,
    newId,
    // Short waits: the campaign has a minute, not a week.
    random: () => Math.random() * 0.2,
    leaseMs,
    pace: createSchoolPace({ burst: 1_000, perSecond: 1_000 }),
    report: (error) => console.error(`worker: ${error?.stack ?? error}`),
  },
  { intervalMs, worker: `worker-${process.pid}` },
);
process.send({ kind: 'ready' });

/** A database that fails at the start is tried again, as whoever keeps a server running would. */
async function openAtLast(url, tries = 20) {
  try {
    return await openStore(url);
  } catch (error) {
    if (tries <= 1) throw error;
    return openAtLast(url, tries - 1);
  }
}

/** Each call is two numbered steps, before it and after it; at the one it was told, the process is gone, as by `kill -9`. */
function mortal(part, methods) {
  return new Proxy(part, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (!methods.includes(name)) return typeof value === 'function' ? value.bind(target) : value;
      return async (...args) => {
        step();
        const answer = await value.apply(target, args);
        step();
        return answer;
      };
    },
  });
}

function step() {
  steps += 1;
  if (steps === dieAtStep) process.kill(process.pid, 'SIGKILL');
}

/** The mutant: never looks before it sends, and dates each attempt anew. The campaign has to see what that does. */
function forgetful(gradebook) {
  const sent = new Set();
  return {
    put: (column, score) => {
      sent.add(score.subject);
      return gradebook.put(column, score, now());
    },
    read: (column, subject) =>
      sent.delete(subject) ? gradebook.read(column, subject) : Promise.resolve({ kind: 'found', value: undefined }),
  };
}
