import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createDiskBlobs } from '@buitenboord/shared/blobs/disk/create-disk-blobs.js';
import { blobsContract } from './blobs-contract.js';

/** Each school its own key, the same each time. */
const keyOf = (school: string) => Promise.resolve(createHash('sha256').update(`key of ${school}`).digest());

blobsContract('a disk', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'buitenboord-blobs-'));
  const pathOf = (school: string, sha256: string) => join(directory, school, sha256.slice(0, 2), sha256);
  return {
    blobs: createDiskBlobs({ directory, keyOf }),
    raw: {
      read: (school, sha256) => readFile(pathOf(school, sha256)),
      async write(school, sha256, bytes) {
        await mkdir(dirname(pathOf(school, sha256)), { recursive: true });
        await writeFile(pathOf(school, sha256), bytes);
      },
      async everything() {
        const paths = (await readdir(directory, { recursive: true })).map((path) => join(directory, path));
        const files: string[] = [];
        for (const path of paths) if ((await stat(path)).isFile()) files.push(path);
        return Promise.all(files.map((path) => readFile(path)));
      },
    },
    dispose: () => rm(directory, { recursive: true, force: true }),
  };
});
