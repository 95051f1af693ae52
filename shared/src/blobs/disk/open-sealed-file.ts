import { open, type FileHandle } from 'node:fs/promises';
import { Problem } from '../../problem.js';
import type { BlobName } from '../sealed/blob-format.js';
import type { SealedFile } from '../sealed/read-sealed.js';
import { isSystemError } from './disk-refusal.js';

/** A blob's file on the disk. Throws Problem `request/not-found` where there is none. */
export async function openSealedFile(path: string, name: BlobName): Promise<SealedFile> {
  const file = await openFile(path, name);
  return {
    size: async () => (await file.stat()).size,
    read: (position, length) => readExactly(file, position, length),
    close: () => file.close(),
  };
}

async function openFile(path: string, { sha256 }: BlobName): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) throw new Problem('request/not-found', { blob: sha256 }, { cause: error });
    throw error;
  }
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
