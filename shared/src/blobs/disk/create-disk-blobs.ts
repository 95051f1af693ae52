import { rm, stat } from 'node:fs/promises';
import type { Blobs } from '../port.js';
import { blobPlace, insistOnSchool } from './blob-paths.js';
import { isSystemError, throwForDisk } from './disk-refusal.js';
import { readBlob } from './read-blob.js';
import { writeBlob } from './write-blob.js';

export interface DiskBlobsOptions {
  /** The folder for all schools' files; made when needed. On one file system, so that a rename is atomic. */
  directory: string;
  /** The key of a school's files, 256 bits. Asked once per school. */
  keyOf: (school: string) => Promise<Buffer>;
}

/** Files on a local disk, encrypted per school with AES-256-GCM (blob-format.ts). */
export function createDiskBlobs({ directory, keyOf }: DiskBlobsOptions): Blobs {
  const schoolKey = remembered(keyOf);
  return {
    async put(school, content) {
      insistOnSchool(school);
      return writeBlob({ directory, school, schoolKey: await schoolKey(school), content }).catch(throwForDisk);
    },
    async open(school, sha256, range) {
      const name = { school, sha256 };
      const { path } = blobPlace(directory, name);
      return readBlob({ path, name, schoolKey: () => schoolKey(school), ...(range && { range }) }).catch(throwForDisk);
    },
    async has(school, sha256) {
      const { path } = blobPlace(directory, { school, sha256 });
      return stat(path).then(
        () => true,
        (error: unknown) => (isSystemError(error, 'ENOENT') ? false : throwForDisk(error)),
      );
    },
    async remove(school, sha256) {
      await rm(blobPlace(directory, { school, sha256 }).path, { force: true });
    },
  };
}

/** Asks for a school's key once; an answer that failed is asked for again. */
function remembered(keyOf: DiskBlobsOptions['keyOf']): DiskBlobsOptions['keyOf'] {
  const keys = new Map<string, Promise<Buffer>>();
  return (school) => {
    const known = keys.get(school);
    if (known !== undefined) return known;
    const asked = keyOf(school);
    keys.set(school, asked);
    asked.catch(() => keys.delete(school));
    return asked;
  };
}
