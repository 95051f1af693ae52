import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '@buitenboord/lti-tool/app.js';
import { allRoutes, type AllRoutesDeps } from '@buitenboord/lti-tool/all-routes.js';
import { compose } from '@buitenboord/lti-tool/compose.js';
import { resourceLinkKey } from '@buitenboord/shared/domain/activity/resource-link.js';
import type { Platform } from '@buitenboord/shared/domain/school/school.js';
import { createLog } from '@buitenboord/shared/runtime/log.js';
import { createVault } from '@buitenboord/shared/runtime/vault.js';
import { collections } from '@buitenboord/shared/store/collections.js';
import { change, type Store } from '@buitenboord/shared/store/port.js';
import { fixedClock, type FixedClock } from './fixed-clock.js';
import type { LmsKey } from './lms-key.js';
import { ltiBrowser, type LtiBrowser } from './lti-browser.js';
import { aSchool, type StandingSchool } from './school.js';
import { openSmallServer, type SmallAnswer, type SmallServer } from './small-server.js';
import { openTestStore } from './test-store.js';

export interface LtiWorldWanted {
  /** What the platform signs with, and publishes unless `published` says otherwise. */
  key: LmsKey;
  published?: () => readonly unknown[];
  /** The whole answer of the key server, for one that misbehaves. */
  keyAnswer?: () => SmallAnswer | undefined;
  store?: () => Promise<Store>;
  /** What is different about the registration. */
  platform?: Partial<Platform>;
  /** A second composition: the product with something else in place of a part. */
  recompose?: (deps: AllRoutesDeps) => AllRoutesDeps;
  /** False as in production: nothing on loopback is asked. */
  allowPrivate?: boolean;
  trustProxy?: string;
}

/** The product as it listens, and a platform of its own that signs with real keys and publishes them over HTTP. */
export interface LtiWorld {
  /** Where it listens; its own addresses begin with `https://tool.example`. */
  url: string;
  store: Store;
  /** Of this store: a tool with other modules has other ones. */
  collections: typeof collections;
  now: FixedClock;
  key: LmsKey;
  /** The platform's key set; `requests` are what it was asked. */
  keyServer: SmallServer;
  /** School, course `2` and an activity behind link `2`. */
  school: StandingSchool;
  deps: AllRoutesDeps;
  /** Every line of the log. */
  logged: readonly string[];
  /** `always`: headers that go with all its requests. */
  browser(always?: Readonly<Record<string, string>>): LtiBrowser;
  /** The platform's record, as it is now. */
  platform(): Promise<Platform & { id: string; version: number }>;
  changePlatform(fields: Partial<Platform>): Promise<void>;
  close(): Promise<void>;
}

const testSecret = 'a secret for tests only, of more than 32 characters';

export async function openLtiWorld(wanted: LtiWorldWanted): Promise<LtiWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'buitenboord-lti-'));
  const store = await (wanted.store ?? openTestStore)();
  const now = fixedClock('2026-06-02T09:00:00.000Z');
  const keys = () => ({ body: JSON.stringify({ keys: wanted.published?.() ?? [wanted.key.jwk] }) });
  const keyServer = await openSmallServer(wanted.keyAnswer ?? keys);
  const school = await aSchool(store);
  const logged: string[] = [];
  const log = createLog('info', { write: (line) => void logged.push(line) });
  const vault = createVault(testSecret);
  const { allowPrivate = true, trustProxy = '' } = wanted;
  const env = {
    BASE_URL: 'https://tool.example',
    DATA_DIR: folder,
    TRUST_PROXY: trustProxy,
    ALLOW_PRIVATE_PLATFORMS: allowPrivate,
    DEMO_MAILBOX: false,
  };
  const house = compose({ env, store, vault, log, now, wakeWorker: () => undefined });
  // No services stand behind this platform: who is in the course is what the store knows.
  const rosterReader = { read: () => Promise.resolve('failed' as const) };
  const afterLaunch = () => undefined;
  const deps = (wanted.recompose ?? ((same) => same))({ ...house.deps, rosterReader, afterLaunch });
  const app = createApp({ store: deps.store, vault, now, log, trustProxy }, allRoutes(deps));
  const server = app.listen(0, '127.0.0.1');
  // A busy computer lets a connection wait longer than the five seconds after which it is closed under a request.
  server.keepAliveTimeout = 0;
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const platform = async () => (await store.get(collections.platforms, { id: school.platform }))!;
  const changePlatform = async (fields: Partial<Platform>) =>
    store.commit([change(collections.platforms, await platform(), fields)]);
  await changePlatform({ jwksUrl: `${keyServer.origin}/jwks`, ...wanted.platform });
  await bindActivity(store, school);
  return {
    url,
    store,
    collections,
    now,
    key: wanted.key,
    keyServer,
    school,
    deps,
    logged,
    platform,
    changePlatform,
    browser: (always = {}) => ltiBrowser({ url, now, key: wanted.key, always }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await house.close();
      await keyServer.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function bindActivity(store: Store, { school, platform, activity }: StandingSchool): Promise<void> {
  const known = await store.get(collections.activities, { school, id: activity });
  await store.commit([change(collections.activities, known!, { resourceLink: resourceLinkKey(platform, '2', '2') })]);
}
