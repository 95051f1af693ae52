import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import { createApp } from '@buitenboord/lti-tool/app.js';
import { evidenceRoutes } from '@buitenboord/lti-tool/evidence/evidence-routes.js';
import { createDiskBlobs } from '@buitenboord/shared/blobs/disk/create-disk-blobs.js';
import type { Blobs } from '@buitenboord/shared/blobs/port.js';
import { createMedia } from '@buitenboord/shared/media/create-media.js';
import { createLog } from '@buitenboord/shared/runtime/log.js';
import { createVault } from '@buitenboord/shared/runtime/vault.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { createDiskPartialFiles } from '@buitenboord/shared/uploads/disk/disk-partial-files.js';
import type { PartialFiles } from '@buitenboord/shared/uploads/port.js';
import { fixedClock, type FixedClock } from './fixed-clock.js';
import { madeAt } from './records.js';
import { openTestStore } from './test-store.js';

export const testVault = createVault('a secret for tests only, of more than 32 characters');

export interface EvidenceApp {
  app: Express;
  store: Store;
  now: FixedClock;
  blobs: Blobs;
  partialFiles: PartialFiles;
  /** All files that were stored, for a look at the disk. */
  folder: string;
  /** Lines that were logged. */
  logged: string[];
  dispose(): Promise<void>;
}

/** The student's routes over a real store in memory and real files in a folder of their own. */
export async function anEvidenceApp(): Promise<EvidenceApp> {
  const folder = await mkdtemp(join(tmpdir(), 'buitenboord-evidence-'));
  const store = await openTestStore();
  const now = fixedClock(madeAt);
  const key = Buffer.alloc(32, 5);
  const blobs = createDiskBlobs({ directory: join(folder, 'blobs'), keyOf: () => Promise.resolve(key) });
  const partialFiles = createDiskPartialFiles({ folder: join(folder, 'uploads'), signer: testVault });
  const deps = { store, blobs, partialFiles, media: createMedia(), vault: testVault, now };
  const logged: string[] = [];
  const log = createLog('info', { write: (line) => void logged.push(line) });
  const app = createApp({ ...deps, log, trustProxy: '' }, evidenceRoutes(deps));
  const dispose = async (): Promise<void> => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { app, store, now, blobs, partialFiles, folder, logged, dispose };
}
