import { join } from 'node:path';
import type { Express } from 'express';
import { writeListCsv } from '@buitenboord/connectors/files/list-csv.js';
import { writeListXlsx } from '@buitenboord/connectors/files/list-xlsx.js';
import { readTable } from '@buitenboord/connectors/files/read-table.js';
import { createLtiServices, type LtiServices } from '@buitenboord/connectors/lti-services/index.js';
import { createPlatformCheck } from '@buitenboord/connectors/lti-services/platform-check.js';
import { diskPlace } from '@buitenboord/shared/blobs/blob-place.js';
import type { BlobPlace } from '@buitenboord/shared/blobs/port.js';
import { createMedia } from '@buitenboord/shared/media/create-media.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { Signer, Vault } from '@buitenboord/shared/ports/vault.js';
import type { Environment } from '@buitenboord/shared/runtime/env.js';
import type { Outbound } from '@buitenboord/shared/runtime/fetch-json.js';
import type { Log } from '@buitenboord/shared/runtime/log.js';
import type { StoreProof } from '@buitenboord/shared/ports/store-proof.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { createDiskPartialFiles } from '@buitenboord/shared/uploads/disk/disk-partial-files.js';
import { fileKeyOf } from '@buitenboord/shared/use-cases/school-keys.js';
import { createRosterReader } from '@buitenboord/shared/use-cases/roster/roster-reader.js';
import { createApp } from './app.js';
import { supervisorMails } from './company/supervisor-mails.js';
import { createAfterLaunch } from './launch/after-launch.js';
import { launchChecks } from './lti/launch-checks.js';
import { everyWay, type FrameWays } from './launch/frame-ways.js';
import { createLoginStates } from './lti/login-states.js';
import { createPlatformKeys } from './lti/platform-keys.js';
import { toolAddresses } from './lti/tool-addresses.js';
import { createToolKeys } from './lti/tool-keys.js';
import { allRoutes, type AllRoutesDeps } from './all-routes.js';
import { outboundOf } from './outbound.js';
import { serviceAccess } from './service-access.js';

export interface House {
  app: Express;
  deps: AllRoutesDeps;
  services: LtiServices;
  outbound: Outbound;
  /** Lets go of what a killed upload left among the files. */
  sweepBlobs: (now: Date) => Promise<unknown>;
  close(): Promise<void>;
}

interface Foundations {
  env: Pick<Environment, 'BASE_URL' | 'DATA_DIR' | 'TRUST_PROXY' | 'ALLOW_PRIVATE_PLATFORMS' | 'DEMO_MAILBOX'>;
  store: Store;
  vault: Vault & Signer;
  log: Log;
  now: Clock;
  /** Switched off by tests, to see the next one. */
  frameWays?: FrameWays;
  /** Something must leave: the worker needn't wait for its next round. */
  wakeWorker: () => void;
  /** Where files lie; the disk of DATA_DIR unless the store says otherwise. */
  blobPlace?: BlobPlace;
  /** How far the database is proven, where that is not a matter of course. */
  storeProof?: StoreProof | undefined;
}

/** Puts the house together on a store: adapters, routes, application. The one place besides main.ts and admin.ts that names adapters. */
export function compose(foundations: Foundations): House {
  const { env, store, vault, log, now, wakeWorker, frameWays = everyWay } = foundations;
  const outbound = outboundOf(env);
  const blobPlace = foundations.blobPlace ?? diskPlace(env.DATA_DIR);
  const toolKeys = createToolKeys({ store, vault, now });
  const access = serviceAccess({ store, outbound, toolKeys, now });
  const services = createLtiServices(access);
  const failed = (facts: { course: string; code: string }) => log.happened('roster-failed', facts);
  const rosterReader = createRosterReader({ store, roster: services, now, failed });
  const report = (error: unknown) => log.failed({ reference: '-', route: 'after-launch', error });
  const afterLaunch = createAfterLaunch({ store, columns: services, rosterReader, now, report });
  const deps: AllRoutesDeps = {
    store,
    vault,
    now,
    log,
    wakeWorker,
    frameWays,
    outbound,
    toolKeys,
    rosterReader,
    columns: services,
    platformCheck: createPlatformCheck(access),
    allowPrivate: env.ALLOW_PRIVATE_PLATFORMS,
    notices: services,
    baseUrl: env.BASE_URL,
    addresses: toolAddresses(env.BASE_URL),
    logins: createLoginStates(vault),
    keys: createPlatformKeys({ outbound, now }),
    checks: launchChecks,
    storeProof: foundations.storeProof,
    blobs: blobPlace.blobs((school) => fileKeyOf({ store, vault, now }, school)),
    partialFiles: createDiskPartialFiles({ folder: join(env.DATA_DIR, 'uploads'), signer: vault }),
    media: createMedia(),
    readTable,
    writeCsv: writeListCsv,
    writeXlsx: writeListXlsx,
    mails: supervisorMails(env.BASE_URL),
    demoMailbox: env.DEMO_MAILBOX,
    launched: (facts) => log.happened('launch', facts),
    afterLaunch: (opened) => afterLaunch.begin(opened),
    report,
    noticesFailed: (facts) => log.happened('notices-failed', facts),
  };
  const app = createApp({ store, vault, now, log, trustProxy: env.TRUST_PROXY }, allRoutes(deps));
  return {
    app,
    deps,
    services,
    outbound,
    sweepBlobs: (at) => blobPlace.sweep(at),
    async close() {
      // What an LMS that answers was asked may still be finished; one that hangs is hung up on.
      await Promise.race([afterLaunch.idle(), new Promise((resolve) => setTimeout(resolve, closingMs).unref())]);
      await outbound.close();
      await afterLaunch.idle();
    },
  };
}

const closingMs = 2_000;
