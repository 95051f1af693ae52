import type { Binary, Collection, Db } from 'mongodb';
import { chunkBytes } from '../sealed/blob-format.js';

/** A sealed chunk is a chunk of GridFS. */
export const gridChunkBytes = chunkBytes + 16;

/** A file of GridFS (manual, "GridFS Collections"), with the blob's header in its metadata. */
export interface GridFile {
  _id: string;
  /** `school/sha256`, once in the database. */
  filename: string;
  length: number;
  chunkSize: number;
  uploadDate: Date;
  metadata: { header: Binary };
}

export interface GridChunk {
  _id: string;
  files_id: string;
  n: number;
  data: Binary;
}

/** An upload that has begun and isn't done: what a crash leaves is found by it. */
export interface GridUpload {
  _id: string;
  startedAt: string;
}

export interface Grid {
  files: Collection<GridFile>;
  chunks: Collection<GridChunk>;
  uploads: Collection<GridUpload>;
}

export function gridOf(db: Db): Grid {
  return {
    files: db.collection('blobs.files'),
    chunks: db.collection('blobs.chunks'),
    uploads: db.collection('blobs.uploads'),
  };
}

/** Makes what the collections are found by. */
export async function prepareGrid({ files, chunks, uploads }: Grid): Promise<void> {
  await files.createIndexes([{ name: 'filename', key: { filename: 1 }, unique: true }]);
  await chunks.createIndexes([{ name: 'files_id_n', key: { files_id: 1, n: 1 }, unique: true }]);
  await uploads.createIndexes([{ name: 'startedAt', key: { startedAt: 1 } }]);
}
