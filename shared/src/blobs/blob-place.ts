import { join } from 'node:path';
import { isMongoUrl } from '../store/open-store.js';
import { createDiskBlobs } from './disk/create-disk-blobs.js';
import { sweepTemporaryFiles } from './disk/sweep-temporary-files.js';
import type { BlobPlace } from './port.js';

/** On the disk, under DATA_DIR. */
export function diskPlace(dataDir: string): BlobPlace {
  const directory = join(dataDir, 'blobs');
  return {
    blobs: (keyOf) => createDiskBlobs({ directory, keyOf }),
    sweep: (now) => sweepTemporaryFiles(directory, now),
    close: () => Promise.resolve(),
  };
}

/** Beside the records: where several servers share a database they share its files too. */
export async function openBlobPlace(storeUrl: string, dataDir: string): Promise<BlobPlace> {
  if (!isMongoUrl(storeUrl)) return diskPlace(dataDir);
  const { openGridFsPlace } = await import('./gridfs/open-gridfs-place.js');
  return openGridFsPlace(storeUrl);
}
