import { createHash, randomBytes } from 'node:crypto';
import { Binary } from 'mongodb';
import { newId } from '../../ids.js';
import { isDuplicate } from '../../store/mongo/unavailable.js';
import type { StoredBlob } from '../port.js';
import { fileKeys, headerOf, saltBytes, sealChunk } from '../sealed/blob-format.js';
import { inChunks } from '../sealed/in-chunks.js';
import { gridChunkBytes, type Grid, type GridFile } from './grid.js';

export interface GridFileToWrite {
  school: string;
  schoolKey: Buffer;
  content: AsyncIterable<Uint8Array>;
}

/**
 * Writes content chunk by chunk, and the file that makes a blob of them last: before that nobody finds them. Whatever goes wrong leaves
 * nothing. The same content again replaces its own file, so that a damaged one is whole again.
 */
export async function writeGridFile(grid: Grid, blob: GridFileToWrite): Promise<StoredBlob> {
  const id = newId();
  await grid.uploads.insertOne({ _id: id, startedAt: new Date().toISOString() });
  try {
    const { file, stored } = await writeChunks(grid, id, blob);
    await giveName(grid, file);
    await grid.uploads.deleteOne({ _id: id });
    return stored;
  } catch (error) {
    await removeUpload(grid, id);
    throw error;
  }
}

/** Takes away what an upload left; a file that was finished after all stays. */
export async function removeUpload({ files, chunks, uploads }: Grid, id: string): Promise<void> {
  const isWhole = (await files.findOne({ _id: id })) !== null;
  if (!isWhole) await chunks.deleteMany({ files_id: id });
  await uploads.deleteOne({ _id: id });
}

async function writeChunks(
  { chunks }: Grid,
  id: string,
  { school, schoolKey, content }: GridFileToWrite,
): Promise<{ file: GridFile; stored: StoredBlob }> {
  const salt = randomBytes(saltBytes);
  const keys = fileKeys(schoolKey, salt);
  const hash = createHash('sha256');
  let [bytes, length] = [0, 0];
  for await (const { plain, index, last } of inChunks(content)) {
    hash.update(plain);
    bytes += plain.length;
    const sealed = sealChunk(keys, index, last, plain);
    length += sealed.length;
    await chunks.insertOne({ _id: `${id}.${index}`, files_id: id, n: index, data: new Binary(sealed) });
  }
  const sha256 = hash.digest('hex');
  const header = new Binary(headerOf(keys, salt, { school, sha256 }, bytes));
  const place = { filename: `${school}/${sha256}`, length, chunkSize: gridChunkBytes, uploadDate: new Date() };
  return { file: { _id: id, ...place, metadata: { header } }, stored: { sha256, bytes } };
}

async function giveName(grid: Grid, file: GridFile): Promise<void> {
  const { files } = grid;
  for (;;) {
    try {
      await files.insertOne(file);
      return;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    // There already: between taking its file away and putting ours there nobody finds it, which who reads at that moment sees as a miss.
    const before = await files.findOne({ filename: file.filename });
    if (before) await removeFile(grid, before._id);
  }
}

/** First the file, so that nobody finds half of its chunks. */
export async function removeFile({ files, chunks }: Grid, id: string): Promise<void> {
  await files.deleteOne({ _id: id });
  await chunks.deleteMany({ files_id: id });
}
