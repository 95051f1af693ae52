/**
 * `npm start`: the tool and a practice LMS with a demo school, and one address to open. `--fresh` begins anew.
 * The two stand on different sites (localhost and 127.0.0.1), so that the cookies of the frame are third-party, as in real life.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { followNpm } from './scripts/follow-npm.mjs';
import { prepare, root } from './scripts/prepare.mjs';

const help = `npm start                 the tool and a practice LMS with a demo school
npm start -- --fresh      begin anew: throws the demo's data away
npm start -- --port 3100 --lms-port 3101   other ports (default 3000 and 3001)`;

const options = readOptions();
if (options.help) console.log(help);
else await start();

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        fresh: { type: 'boolean', default: false },
        port: { type: 'string', default: process.env.PORT ?? '3000' },
        'lms-port': { type: 'string', default: process.env.LMS_PORT ?? '3001' },
        help: { type: 'boolean', default: false },
      },
    });
    return { fresh: values.fresh, help: values.help, port: Number(values.port), lmsPort: Number(values['lms-port']) };
  } catch (error) {
    console.error(`${error.message}\n${help}`);
    process.exit(2);
  }
}

async function start() {
  const { port, lmsPort, fresh } = options;
  followNpm();
  await prepare();
  // Per pair of ports: the demo school's LMS is known by its address.
  const folder = join(root, '.demo', `${port}-${lmsPort}`);
  if (fresh) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { startDemo } = await import('./lti-tool/dist/demo/start-demo.js');
  const { startPracticeLms } = await import('./test/practice-lms/dist/practice-lms.js');
  const { Environment } = await import('./shared/dist/runtime/env.js');
  const toolUrl = `http://localhost:${port}`;
  const env = Environment.parse({
    PORT: port,
    HOST: 'localhost',
    BASE_URL: toolUrl,
    STORE_URL: `sqlite:${join(folder, 'buitenboord.db')}`,
    DATA_DIR: join(folder, 'files'),
    APP_SECRET: demoSecret(folder),
    ALLOW_PRIVATE_PLATFORMS: '1',
    DEMO_MAILBOX: '1',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  });
  let lms;
  let demo;
  try {
    lms = await startPracticeLms({
      port: lmsPort,
      stateFile: join(folder, 'practice-lms.json'),
      mailboxUrl: `${toolUrl}/mailbox`,
    });
    demo = await startDemo(env);
  } catch (error) {
    await lms?.stop();
    await demo?.server.stop();
    return complain(error);
  }
  if (demo.toSeed) await seed(lms, demo);
  console.log(
    `\n  Buitenboord is ready.\n\n  Open  ${lms.url}\n\n  There you are, with one click, the teacher, a student or the administrator.`,
  );
  console.log(
    `  The supervisor's mail is in the mailbox: ${toolUrl}/mailbox\n  Ctrl-C stops everything. npm start -- --fresh begins anew.\n`,
  );
  stopWhenAsked(lms, demo);
}

/** The first start: connects the two as an administrator would, and puts one assignment in the course. */
async function seed(lms, { toSeed, launchUrl }) {
  const { clientId, deploymentId } = await lms.registerTool(toSeed.registrationLink);
  const context = { id: '2', title: 'Keuzevak Lassen 3B' };
  const activity = await toSeed.seed({
    clientId,
    issuer: lms.url,
    deployment: deploymentId,
    context,
    administrator: '2',
    student: '4',
    teacher: '3',
  });
  lms.addActivity({
    clientId,
    courseId: context.id,
    name: activity.title,
    url: launchUrl,
    custom: { activity: activity.id },
    lineItem: { scoreMaximum: 10, resourceId: activity.code, tag: activity.code },
  });
}

/** Made at the first start and kept: what is sealed must open again tomorrow. */
function demoSecret(folder) {
  const file = join(folder, 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

function complain(error) {
  if (error?.code === 'EADDRINUSE') {
    console.error(`Port ${error.port} is taken. Choose others: npm start -- --port 3100 --lms-port 3101`);
  } else console.error(error);
  process.exitCode = 1;
}

function stopWhenAsked(lms, demo) {
  const stop = async () => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await Promise.all([lms.stop(), demo.server.stop()]);
    process.exit(0);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}
