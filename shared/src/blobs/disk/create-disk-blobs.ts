import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Blobs } from '../port.js';
import { insistOnSchool } from '../sealed/blob-format.js';
import { readSealed } from '../sealed/read-sealed.js';
import { rememberedKeys } from '../sealed/remembered-keys.js';
import { blobPlace } from './blob-paths.js';
import { isSystemError, throwForDisk } from './disk-refusal.js';
import { openSealedFile } from './open-sealed-file.js';
import { writeBlob } from './write-blob.js';

export interface DiskBlobsOptions {
  /** The folder for all schools' files; made when needed. On one file system, so that a rename is atomic. */
  directory: string;
  /** The key of a school's files, 256 bits. Asked once per school. */
  keyOf: (school: string) => Promise<Buffer>;
}

/** Files on a local disk, encrypted per school with AES-256-GCM (blob-format.ts). */
export function createDiskBlobs({ directory, keyOf }: DiskBlobsOptions): Blobs {
  const schoolKey = rememberedKeys(keyOf);
  return {
    async put(school, content) {
      insistOnSchool(school);
      return writeBlob({ directory, school, schoolKey: await schoolKey(school), content }).catch(throwForDisk);
    },
    async open(school, sha256, range) {
      const name = { school, sha256 };
      const { path } = blobPlace(directory, name);
      const openFile = () => openSealedFile(path, name);
      return readSealed({ openFile, name, schoolKey: () => schoolKey(school), ...(range && { range }) }).catch(
        throwForDisk,
      );
    },
    async has(school, sha256) {
      const { path } = blobPlace(directory, { school, sha256 });
      return stat(path).then(
        () => true,
        (error: unknown) => (isSystemError(error, 'ENOENT') ? false : throwForDisk(error)),
      );
    },
    async *names(school) {
      insistOnSchool(school);
      for (const folder of await namesIn(join(directory, school)))
        yield* await namesIn(join(directory, school, folder));
    },
    async remove(school, sha256) {
      await rm(blobPlace(directory, { school, sha256 }).path, { force: true });
    },
  };
}

async function namesIn(folder: string): Promise<string[]> {
  return (
    await readdir(folder).catch((error: unknown) => (isSystemError(error, 'ENOENT') ? [] : throwForDisk(error)))
  ).sort();
}
