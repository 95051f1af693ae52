import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Problem } from '../../problem.js';
import { isSystemError } from './disk-refusal.js';
import {
  chunkBytes,
  chunkPlace,
  fileBytes,
  fileKeys,
  headerBytes,
  openChunk,
  saltOf,
  verifiedLength,
} from './blob-format.js';
import type { BlobName, FileKeys } from './blob-format.js';

/** A part of the content, both ends included. */
export interface ByteRange {
  from: number;
  to: number;
}

interface OpenBlob {
  file: FileHandle;
  keys: FileKeys;
  bytes: number;
}

export interface BlobToRead {
  path: string;
  name: BlobName;
  /** Asked once the file is there: a question about nothing makes no key. */
  schoolKey: () => Promise<Buffer>;
  range?: ByteRange;
}

/** The content of a blob's file, or a part of it: only the chunks that hold that part are read. Throws Problem `request/not-found` where there is no file. */
export async function readBlob({ path, name, schoolKey, range }: BlobToRead): Promise<Readable> {
  const file = await openFile(path, name);
  try {
    const blob = await openBlob(file, await schoolKey(), name);
    const { from, to } = range ?? { from: 0, to: blob.bytes - 1 };
    const isWithin = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && from < blob.bytes;
    if (range !== undefined && !isWithin) throw new Problem('request/bad-input', { from, to, bytes: blob.bytes });
    return contentStream(blob, { from, to: Math.min(to, blob.bytes - 1) });
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function openFile(path: string, { sha256 }: BlobName): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) throw new Problem('request/not-found', { blob: sha256 }, { cause: error });
    throw error;
  }
}

async function openBlob(file: FileHandle, schoolKey: Buffer, name: BlobName): Promise<OpenBlob> {
  const header = await readExactly(file, 0, headerBytes);
  const salt = saltOf(header);
  if (salt === undefined) throw changedOnDisk(name);
  const keys = fileKeys(schoolKey, salt);
  const bytes = verifiedLength(keys, header, name);
  const { size } = await file.stat();
  if (bytes === undefined || size !== fileBytes(bytes)) throw changedOnDisk(name);
  return { file, keys, bytes };
}

/** A stream that owns the file: it closes it at the end, on an error, and when it is destroyed before anyone read. */
function contentStream(blob: OpenBlob, { from, to }: ByteRange): Readable {
  const lastIndex = Math.floor(Math.max(from, to) / chunkBytes);
  let index = Math.floor(from / chunkBytes);
  return new Readable({
    highWaterMark: chunkBytes,
    read() {
      if (index > lastIndex) {
        this.push(null);
        return;
      }
      const start = index * chunkBytes;
      plainChunk(blob, index++).then(
        (plain) => {
          const wanted = plain.subarray(Math.max(0, from - start), to + 1 - start);
          this.push(wanted.length > 0 ? wanted : null);
        },
        (error: unknown) => this.destroy(error as Error),
      );
    },
    destroy(error, done) {
      blob.file.close().then(() => done(error), done);
    },
  });
}

async function plainChunk({ file, keys, bytes }: OpenBlob, index: number): Promise<Buffer> {
  const { position, length, last } = chunkPlace(index, bytes);
  return openChunk(keys, index, last, await readExactly(file, position, length));
}

async function readExactly(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) throw new Error('A file ended before its content did.');
    filled += bytesRead;
  }
  return buffer;
}

function changedOnDisk({ sha256 }: BlobName): Error {
  return new Error(`The file ${sha256} was changed on disk. Put it back from a backup.`);
}
