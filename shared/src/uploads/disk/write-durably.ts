import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { newId } from '../../ids.js';

/** Writes a file so that it is there whole or not at all, also after a power cut: the bytes, then the name, then the folder. */
export async function writeDurably(path: string, content: Uint8Array): Promise<void> {
  const temporary = `${path}.${newId()}.tmp`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  await syncFolder(dirname(path));
}

async function syncFolder(path: string): Promise<void> {
  // Windows can't open a folder, and has no need to.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
