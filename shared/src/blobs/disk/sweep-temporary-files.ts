import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './blob-paths.js';
import { isSystemError } from './disk-refusal.js';

const dayMs = 24 * 60 * 60 * 1000;

/** Removes files that a crash left half-written: those that nobody has written to for a day. Answers how many. */
export async function sweepTemporaryFiles(directory: string, now: Date): Promise<number> {
  const folder = temporaryFolder(directory);
  let swept = 0;
  for (const name of await namesIn(folder)) {
    if (now.getTime() - (await writtenAt(join(folder, name))) <= dayMs) continue;
    await rm(join(folder, name), { force: true });
    swept += 1;
  }
  return swept;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isSystemError(error, 'ENOENT')) return [];
    throw error;
  });
}

/** When a file was last written to; one that got its name meanwhile counts as just written. */
async function writtenAt(path: string): Promise<number> {
  return stat(path).then(
    (found) => found.mtimeMs,
    (error: unknown) => {
      if (isSystemError(error, 'ENOENT')) return Number.POSITIVE_INFINITY;
      throw error;
    },
  );
}
