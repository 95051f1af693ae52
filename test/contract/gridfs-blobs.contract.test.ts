import { createHash } from 'node:crypto';
import { Binary } from 'bson';
import { expect, it } from '@jest/globals';
import { gridChunkBytes, gridOf, type GridFile } from '@buitenboord/shared/blobs/gridfs/grid.js';
import { openGridFsPlace } from '@buitenboord/shared/blobs/gridfs/open-gridfs-place.js';
import { headerBytes } from '@buitenboord/shared/blobs/sealed/blob-format.js';
import { connectMongo } from '@buitenboord/shared/store/mongo/connect.js';
import { aMongoPlace, mongoServer } from '../support/mongo-place.js';
import { blobsContract } from './blobs-contract.js';

/** Each school its own key, the same each time. */
const keyOf = (school: string) => Promise.resolve(createHash('sha256').update(`key of ${school}`).digest());

async function openGrid() {
  const server = await aMongoPlace();
  const place = await openGridFsPlace(server.url);
  const { client, db } = await connectMongo(server.url);
  const grid = gridOf(db);
  const whole = async ({ _id, metadata }: GridFile) => {
    const chunks = await grid.chunks.find({ files_id: _id }, { sort: { n: 1 } }).toArray();
    return Buffer.concat([metadata.header, ...chunks.map(({ data }) => data)].map(({ buffer }) => Buffer.from(buffer)));
  };
  const close = async () => {
    await place.close();
    await client.close();
    await server.end();
  };
  return { place, grid, whole, close };
}

blobsContract(`GridFS of ${mongoServer}`, async () => {
  const { place, grid, whole, close } = await openGrid();
  const { files, chunks, uploads } = grid;
  return {
    blobs: place.blobs(keyOf),
    raw: {
      read: async (school, sha256) => whole((await files.findOne({ filename: `${school}/${sha256}` }))!),
      async write(school, sha256, bytes) {
        const filename = `${school}/${sha256}`;
        const before = await files.findOne({ filename });
        if (before) await chunks.deleteMany({ files_id: before._id });
        if (before) await files.deleteOne({ _id: before._id });
        const sealed = Buffer.from(bytes).subarray(headerBytes);
        const count = Math.ceil(sealed.length / gridChunkBytes);
        const parts = Array.from({ length: count }, (_, n) =>
          sealed.subarray(n * gridChunkBytes, (n + 1) * gridChunkBytes),
        );
        const id = `written-${filename}`;
        for (const [n, part] of parts.entries())
          await chunks.insertOne({ _id: `${id}.${n}`, files_id: id, n, data: new Binary(part) });
        const metadata = { header: new Binary(Buffer.from(bytes).subarray(0, headerBytes)) as never };
        const place = { filename, length: sealed.length, chunkSize: gridChunkBytes, uploadDate: new Date() };
        await files.insertOne({ _id: id, ...place, metadata });
      },
      async everything() {
        const all = await files.find({}).toArray();
        const known = new Set(all.map(({ _id }) => _id));
        const left = (await chunks.find({}).toArray()).filter(({ files_id }) => !known.has(files_id));
        const begun = await uploads.find({}).toArray();
        return [
          ...(await Promise.all(all.map(whole))),
          ...left.map(() => Buffer.alloc(0)),
          ...begun.map(() => Buffer.alloc(0)),
        ];
      },
    },
    dispose: close,
  };
});

it('GridFS forgets after a day what a crash left half-written, and keeps what was finished', async () => {
  const { place, grid, close } = await openGrid();
  const { sha256 } = await place.blobs(keyOf).put('one', [Buffer.from('whole')] as never);
  const [file] = await grid.files.find({}).toArray();
  const startedAt = '2026-06-01T10:00:00.000Z';
  await grid.uploads.insertOne({ _id: file!._id, startedAt });
  await grid.uploads.insertOne({ _id: 'lost', startedAt });
  await grid.chunks.insertOne({ _id: 'lost.0', files_id: 'lost', n: 0, data: new Binary(Buffer.from('x')) });
  expect(await place.sweep(new Date('2026-06-02T09:59:00.000Z'))).toBe(0);
  expect(await place.sweep(new Date('2026-06-02T10:01:00.000Z'))).toBe(2);
  expect(await grid.chunks.find({ files_id: 'lost' }).toArray()).toEqual([]);
  expect(await place.blobs(keyOf).has('one', sha256)).toBe(true);
  await close();
});
