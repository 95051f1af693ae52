import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../../ids.js';
import type { StoredBlob } from '../port.js';
import { fileKeys, headerBytes, headerOf, saltBytes, sealChunk } from '../sealed/blob-format.js';
import { inChunks } from '../sealed/in-chunks.js';
import { blobPlace, temporaryFolder } from './blob-paths.js';

export interface BlobToWrite {
  directory: string;
  school: string;
  schoolKey: Buffer;
  content: AsyncIterable<Uint8Array>;
}

/**
 * Writes content into a temporary file, and gives it its name once it is whole and on the disk. Whatever goes wrong before leaves nothing.
 * The same content again replaces its own file: the same bytes, and a damaged one is whole again.
 */
export async function writeBlob(blob: BlobToWrite): Promise<StoredBlob> {
  const folder = temporaryFolder(blob.directory);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = join(folder, newId());
  try {
    const stored = await writeTemporary(blob, temporary);
    await giveName(blob, temporary, stored.sha256);
    return stored;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeTemporary({ school, schoolKey, content }: BlobToWrite, path: string): Promise<StoredBlob> {
  const file = await open(path, 'wx', 0o600);
  try {
    const salt = randomBytes(saltBytes);
    const keys = fileKeys(schoolKey, salt);
    const hash = createHash('sha256');
    let bytes = 0;
    let position = headerBytes;
    for await (const { plain, index, last } of inChunks(content)) {
      hash.update(plain);
      bytes += plain.length;
      position += await writeAll(file, sealChunk(keys, index, last, plain), position);
    }
    const sha256 = hash.digest('hex');
    // Only now are name and length known; until then the place of the header is a hole that opens as nothing.
    await writeAll(file, headerOf(keys, salt, { school, sha256 }, bytes), 0);
    await file.sync();
    return { sha256, bytes };
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<number> {
  let written = 0;
  while (written < bytes.length) {
    written += (await file.write(bytes, written, bytes.length - written, position + written)).bytesWritten;
  }
  return written;
}

async function giveName({ directory, school }: BlobToWrite, temporary: string, sha256: string): Promise<void> {
  const { folders, path } = blobPlace(directory, { school, sha256 });
  for (const folder of folders) await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(temporary, path);
  // From the file's folder outwards: a name is only there after a power cut when the folder that holds it is on the disk.
  for (const folder of folders.toReversed()) await syncFolder(folder);
}

async function syncFolder(folder: string): Promise<void> {
  // Windows doesn't open folders, and writes their entries through.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
