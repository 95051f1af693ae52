import { Problem } from '../../problem.js';
import { connectMongo } from '../../store/mongo/connect.js';
import { unlessUnavailable } from '../../store/mongo/unavailable.js';
import type { BlobPlace, Blobs, KeyOf } from '../port.js';
import { headerBytes, insistOnName, insistOnSchool, type BlobName } from '../sealed/blob-format.js';
import { readSealed, type SealedFile } from '../sealed/read-sealed.js';
import { rememberedKeys } from '../sealed/remembered-keys.js';
import { gridChunkBytes, gridOf, prepareGrid, type Grid, type GridFile } from './grid.js';
import { removeFile, removeUpload, writeGridFile } from './write-grid-file.js';

const dayMs = 24 * 60 * 60 * 1000;

/** Files in GridFS of the database that a URL names, encrypted per school as on a disk. */
export async function openGridFsPlace(url: string): Promise<BlobPlace> {
  const { client, db } = await connectMongo(url);
  const grid = gridOf(db);
  try {
    await prepareGrid(grid);
  } catch (error) {
    await client.close();
    throw error;
  }
  return {
    blobs: (keyOf) => createGridFsBlobs(grid, keyOf),
    sweep: (now) => unlessUnavailable(() => sweepUploads(grid, now)),
    close: () => client.close(),
  };
}

function createGridFsBlobs(grid: Grid, keyOf: KeyOf): Blobs {
  const schoolKey = rememberedKeys(keyOf);
  const find = (name: BlobName) => grid.files.findOne({ filename: filenameOf(name) });
  return {
    async put(school, content) {
      insistOnSchool(school);
      const key = await schoolKey(school);
      return unlessUnavailable(() => writeGridFile(grid, { school, schoolKey: key, content }));
    },
    async open(school, sha256, range) {
      const name = { school, sha256 };
      const openFile = async () => {
        const file = await find(name);
        if (!file) throw new Problem('request/not-found', { blob: sha256 });
        return sealedFile(grid, file);
      };
      const asked = { openFile, name, schoolKey: () => schoolKey(school), ...(range && { range }) };
      return unlessUnavailable(() => readSealed(asked));
    },
    has: (school, sha256) => unlessUnavailable(async () => (await find({ school, sha256 })) !== null),
    async *names(school) {
      insistOnSchool(school);
      // From "school/" up to what comes after every name under it.
      const own = { filename: { $gte: `${school}/`, $lt: `${school}0` } };
      for await (const { filename } of grid.files.find(own, { sort: { filename: 1 } }))
        yield filename.slice(school.length + 1);
    },
    remove: (school, sha256) =>
      unlessUnavailable(async () => {
        const file = await find({ school, sha256 });
        if (file) await removeFile(grid, file._id);
      }),
  };
}

/** Throws Problem `request/not-found` for what can't be a school or a name. */
function filenameOf(name: BlobName): string {
  insistOnName(name);
  return `${name.school}/${name.sha256}`;
}

/** A file of GridFS as if it lay in one piece: the header, and then the chunks. */
function sealedFile({ chunks }: Grid, { _id, length, metadata }: GridFile): SealedFile {
  return {
    size: () => Promise.resolve(metadata.header.length() + length),
    async read(position, wanted) {
      if (position === 0) return exactly(Buffer.from(metadata.header.buffer), wanted);
      const n = Math.floor((position - headerBytes) / gridChunkBytes);
      const chunk = await unlessUnavailable(() => chunks.findOne({ _id: `${_id}.${n}` }));
      return exactly(chunk ? Buffer.from(chunk.data.buffer) : Buffer.alloc(0), wanted);
    },
    close: () => Promise.resolve(),
  };
}

function exactly(bytes: Buffer, wanted: number): Buffer {
  if (bytes.length !== wanted) throw new Error('A file ended before its content did.');
  return bytes;
}

async function sweepUploads(grid: Grid, now: Date): Promise<number> {
  const before = new Date(now.getTime() - dayMs).toISOString();
  const left = await grid.uploads.find({ startedAt: { $lt: before } }).toArray();
  for (const { _id } of left) await removeUpload(grid, _id);
  return left.length;
}
