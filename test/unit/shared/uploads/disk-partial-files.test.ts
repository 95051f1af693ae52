import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@buitenboord/shared/ids.js';
import { createVault } from '@buitenboord/shared/runtime/vault.js';
import { createDiskPartialFiles } from '@buitenboord/shared/uploads/disk/disk-partial-files.js';
import type { PartialFiles } from '@buitenboord/shared/uploads/port.js';

const signer = createVault('a secret for tests only, of more than 32 characters');
const upload = newId();
let folder: string;
let files: PartialFiles;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buitenboord-partial-'));
  files = createDiskPartialFiles({ folder, signer });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const piecesOf = (id: string): string => join(folder, 'pieces', id);

describe('a file in pieces', () => {
  it('comes together as it was, and is gone from the clear when discarded', async () => {
    const content = randomBytes(250_000);
    await files.keep(upload, 0, content.subarray(0, 100_000));
    await files.keep(upload, 100_000, content.subarray(100_000));
    const whole = await files.join(upload, content.length);
    expect(await readFile(whole.path)).toEqual(content);
    expect((await stat(whole.path)).mode & 0o077).toBe(0);
    await whole.discard();
    expect(await readdir(join(folder, 'whole'))).toEqual([]);
  });

  it('takes the newest of two at the same place: the answer to the first got lost', async () => {
    await files.keep(upload, 0, Buffer.from('first try, longer'));
    await files.keep(upload, 0, Buffer.from('second'));
    const whole = await files.join(upload, 6);
    expect(await readFile(whole.path, 'utf8')).toBe('second');
  });

  it.each([
    ['a piece is missing', 20],
    ['there is more than was said', 5],
  ])('is not joined when %s', async (_name, bytes) => {
    await files.keep(upload, 0, Buffer.from('ten bytes.'));
    await expect(files.join(upload, bytes)).rejects.toMatchObject({ code: 'evidence/incomplete' });
    expect(await readdir(join(folder, 'whole'))).toEqual([]);
  });

  it('lies on the disk unreadable, and a change or an exchange of pieces shows', async () => {
    await files.keep(upload, 0, Buffer.from('A secret '));
    await files.keep(upload, 9, Buffer.from('in pieces'));
    const [first, second] = (await readdir(piecesOf(upload))).sort().map((name) => join(piecesOf(upload), name));
    expect((await readFile(first!)).includes('secret')).toBe(false);
    await writeFile(first!, await readFile(second!));
    await expect(files.join(upload, 18)).rejects.toThrow();
  });

  it('has no other name than an id', async () => {
    await expect(files.keep('../../elsewhere', 0, Buffer.from('x'))).rejects.toMatchObject({
      code: 'request/not-found',
    });
  });

  it('is swept when nobody touched it, and others stay', async () => {
    const old = newId();
    await files.keep(old, 0, Buffer.from('x'));
    await files.keep(upload, 0, Buffer.from('x'));
    const long = new Date('2026-06-01');
    await utimes(piecesOf(old), long, long);
    expect(await files.sweep(new Date('2026-06-02'))).toBe(1);
    expect(await readdir(join(folder, 'pieces'))).toEqual([upload]);
  });
});
