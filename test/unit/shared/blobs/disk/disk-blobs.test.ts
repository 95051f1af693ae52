import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createDiskBlobs } from '@buitenboord/shared/blobs/disk/create-disk-blobs.js';
import { sweepTemporaryFiles } from '@buitenboord/shared/blobs/disk/sweep-temporary-files.js';

const mebibyte = 1024 * 1024;

/** What is still held is what is left after a collection; without one the figure says how lazy the collector is. */
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

describe('files on a disk', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'buitenboord-disk-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('asks for a school’s key once, and again when the answer failed', async () => {
    const asked: string[] = [];
    const blobs = createDiskBlobs({
      directory,
      keyOf: (school) => {
        asked.push(school);
        return asked.length === 1 ? Promise.reject(new Error('not now')) : Promise.resolve(randomBytes(32));
      },
    });
    await expect(blobs.put('one', Readable.from([Buffer.from('a')]))).rejects.toThrow('not now');
    await Promise.all(['a', 'b', 'c'].map((text) => blobs.put('one', Readable.from([Buffer.from(text)]))));
    expect(asked).toEqual(['one', 'one']);
  });

  it('asks for no key when there is no file', async () => {
    const blobs = createDiskBlobs({ directory, keyOf: () => Promise.reject(new Error('asked')) });
    await expect(blobs.open('one', 'a'.repeat(64))).rejects.toMatchObject({ code: 'request/not-found' });
  });

  it('are for nobody else on the machine', async () => {
    const key = randomBytes(32);
    const blobs = createDiskBlobs({ directory, keyOf: () => Promise.resolve(key) });
    const { sha256 } = await blobs.put('one', Readable.from([Buffer.from('a')]));
    const folder = join(directory, 'one', sha256.slice(0, 2));
    expect((await stat(join(folder, sha256))).mode & 0o077).toBe(0);
    expect((await stat(folder)).mode & 0o077).toBe(0);
  });

  it('passes 250 MB through without holding it in memory', async () => {
    const key = randomBytes(32);
    const blobs = createDiskBlobs({ directory, keyOf: () => Promise.resolve(key) });
    const part = randomBytes(mebibyte);
    const held = () => {
      collectGarbage();
      return process.memoryUsage().arrayBuffers;
    };
    let most = 0;
    const before = held();
    const video = function* () {
      for (let count = 0; count < 250; count += 1) {
        if (count % 120 === 119) most = Math.max(most, held());
        yield part;
      }
    };
    const { sha256, bytes } = await blobs.put('one', Readable.from(video()));
    expect(bytes).toBe(250 * mebibyte);
    let read = 0;
    let watchedAt = 0;
    for await (const chunk of await blobs.open('one', sha256)) {
      read += (chunk as Buffer).length;
      if (read - watchedAt < 120 * mebibyte) continue;
      watchedAt = read;
      most = Math.max(most, held());
    }
    expect(read).toBe(bytes);
    // Far under the whole: Node 24 sweeps buffers a little after the collection that freed them.
    expect(most - before).toBeLessThan(100 * mebibyte);
    // A collection goes over everything that the suites before this one left in the process: seconds each, on a slow computer.
  }, 120_000);

  it('reads the end of a large file without the rest', async () => {
    const key = randomBytes(32);
    const blobs = createDiskBlobs({ directory, keyOf: () => Promise.resolve(key) });
    const { sha256 } = await blobs.put('one', Readable.from(Array.from({ length: 40 }, () => randomBytes(mebibyte))));
    const from = 40 * mebibyte - 1;
    const parts = await (await blobs.open('one', sha256, { from, to: from })).toArray();
    expect(Buffer.concat(parts as Buffer[])).toHaveLength(1);
  });
});

describe('sweeping what a crash left half-written', () => {
  const now = new Date('2026-09-02T12:00:00.000Z');

  it('removes files that nobody wrote to for a day, and leaves the others', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'buitenboord-sweep-'));
    const folder = join(directory, '.temporary');
    await mkdir(folder);
    for (const [name, hours] of [
      ['old', 25],
      ['growing', 23],
      ['new', 0],
    ] as const) {
      await writeFile(join(folder, name), 'x');
      const writtenAt = new Date(now.getTime() - hours * 3_600_000);
      await utimes(join(folder, name), writtenAt, writtenAt);
    }
    expect(await sweepTemporaryFiles(directory, now)).toBe(1);
    expect((await readdir(folder)).toSorted()).toEqual(['growing', 'new']);
    await rm(directory, { recursive: true });
  });

  it('has nothing to do where nothing was ever stored', async () => {
    expect(await sweepTemporaryFiles(join(tmpdir(), 'buitenboord-never-made'), now)).toBe(0);
  });
});
