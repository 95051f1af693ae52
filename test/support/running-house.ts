import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameWays } from '@buitenboord/lti-tool/launch/frame-ways.js';
import { startDemo } from '@buitenboord/lti-tool/demo/start-demo.js';
import type { SeededActivity } from '@buitenboord/lti-tool/demo/seed-demo.js';
import { Environment } from '@buitenboord/shared/runtime/env.js';
import { schools } from '@buitenboord/shared/store/collections.js';
import { createVault } from '@buitenboord/shared/runtime/vault.js';
import { openStore } from '@buitenboord/shared/store/open-store.js';
import type { Signer } from '@buitenboord/shared/ports/vault.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import type { Locale } from '@buitenboord/shared/text/text.js';
import { startPracticeLms, type PracticeLms } from '../practice-lms/practice-lms.js';
import { demoSeed } from '../practice-lms/seed.js';

export interface HouseWanted {
  /** The practice LMS keeps things for tools without cookies. */
  platformStorage?: boolean;
  /** What the tool may build on in a frame; every way unless said otherwise. */
  frameWays?: FrameWays;
  /** The practice LMS sends notices, as Canvas does. */
  notices?: boolean;
  /** The language of everybody in the LMS; Dutch, apart from one student, unless said otherwise. */
  locale?: Locale;
}

/** The whole product as `npm start` shows it, in this process: the tool on `localhost`, the practice LMS on `127.0.0.1`, connected and seeded. */
export interface RunningHouse {
  /** `http://localhost:PORT` */
  toolUrl: string;
  lms: PracticeLms;
  clientId: string;
  /** The course with the demo's class. */
  course: { id: string; title: string };
  /** The school's id at the tool. */
  school: string;
  /** The assignment that stands in the course, and its link in the LMS. */
  activity: SeededActivity & { link: string };
  /** The tool's own records, through a connection of our own: for looking. */
  store: Store;
  /** Signs as the tool does. */
  signer: Signer;
  /** The token that the forms of a visit carry. */
  formToken(visit: string): string;
  stop(): Promise<void>;
}

/** Who is who in the practice LMS, by the id there. */
export const people = { administrator: '2', teacher: '3', sanne: '4', bram: '5', noor: '6', suspended: '11' } as const;

export async function startHouse({
  platformStorage = false,
  frameWays,
  notices = false,
  locale,
}: HouseWanted = {}): Promise<RunningHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'buitenboord-house-'));
  const env = await environment(folder);
  const seed = locale ? { ...demoSeed, people: demoSeed.people.map((person) => ({ ...person, locale })) } : demoSeed;
  const lms = await startPracticeLms({
    port: 0,
    platformStorage,
    notices,
    seed,
    mailboxUrl: `${env.BASE_URL}/mailbox`,
  });
  const demo = await startDemo(env, frameWays);
  const course = { id: '2', title: 'Keuzevak Lassen 3B' };
  const { clientId, deploymentId } = await lms.registerTool(demo.toSeed!.registrationLink);
  const at = { clientId, issuer: lms.url, deployment: deploymentId, context: course };
  const activity = await demo.toSeed!.seed({
    ...at,
    administrator: people.administrator,
    student: people.sanne,
    teacher: people.teacher,
  });
  const { id, title, code } = activity;
  const lineItem = { scoreMaximum: 10, resourceId: code, tag: code };
  const place = { clientId, courseId: course.id, name: title, url: demo.launchUrl };
  const link = lms.addActivity({ ...place, custom: { activity: id }, lineItem }).id;
  const store = await openStore(env.STORE_URL);
  const signer = createVault(env.APP_SECRET);
  const school = await onlySchool(store);
  return {
    toolUrl: env.BASE_URL,
    lms,
    clientId,
    course,
    school,
    activity: { ...activity, link },
    store,
    signer,
    formToken: (visit) => signer.sign('form', visit),
    async stop() {
      await store.close();
      await Promise.all([demo.server.stop(), lms.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function environment(folder: string): Promise<Environment> {
  // The tool's own address is in what it sends, so its port must be known before it starts.
  const port = await freePort();
  return Environment.parse({
    PORT: port,
    HOST: 'localhost',
    BASE_URL: `http://localhost:${port}`,
    STORE_URL: `sqlite:${join(folder, 'buitenboord.db')}`,
    DATA_DIR: join(folder, 'files'),
    APP_SECRET: 'a secret for tests only, of more than 32 characters',
    ALLOW_PRIVATE_PLATFORMS: '1',
    DEMO_MAILBOX: '1',
    LOG_LEVEL: 'silent',
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, 'localhost', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function onlySchool(store: Store): Promise<string> {
  const { items } = await store.find(schools, { where: {}, limit: 1 });
  return items[0]!.id;
}
