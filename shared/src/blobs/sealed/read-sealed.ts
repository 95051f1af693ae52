import { Readable } from 'node:stream';
import { Problem } from '../../problem.js';
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

/** A sealed blob where it lies. */
export interface SealedFile {
  /** In bytes, header included. */
  size(): Promise<number>;
  /** Exactly so many bytes; an error when it ends before. */
  read(position: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

interface OpenBlob {
  file: SealedFile;
  keys: FileKeys;
  bytes: number;
}

export interface BlobToRead {
  /** Throws Problem `request/not-found` where there is none. */
  openFile: () => Promise<SealedFile>;
  name: BlobName;
  /** Asked once the file is there: a question about nothing makes no key. */
  schoolKey: () => Promise<Buffer>;
  range?: ByteRange;
}

/** The content of a sealed blob, or a part of it: only the chunks that hold that part are read. Throws Problem `request/not-found` where there is none. */
export async function readSealed({ openFile, name, schoolKey, range }: BlobToRead): Promise<Readable> {
  const file = await openFile();
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

async function openBlob(file: SealedFile, schoolKey: Buffer, name: BlobName): Promise<OpenBlob> {
  const header = await file.read(0, headerBytes);
  const salt = saltOf(header);
  if (salt === undefined) throw changed(name);
  const keys = fileKeys(schoolKey, salt);
  const bytes = verifiedLength(keys, header, name);
  if (bytes === undefined || (await file.size()) !== fileBytes(bytes)) throw changed(name);
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
  return openChunk(keys, index, last, await file.read(position, length));
}

function changed({ sha256 }: BlobName): Error {
  return new Error(`The file ${sha256} was changed where it lies. Put it back from a backup.`);
}
