import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { schools } from '@buitenboord/shared/store/collections.js';
import { openStore } from '@buitenboord/shared/store/open-store.js';
import { put } from '@buitenboord/shared/store/port.js';

const school = { name: 'De Werf', locale: 'nl', linkDays: 21, createdAt: '2026-09-01T08:00:00.000Z' } as const;

describe('opening the store that an address names', () => {
  it('makes the folder, for nobody else on the machine, and leaves one file when closed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'buitenboord-open-'));
    const path = join(folder, 'data', 'deeper', 'store.db');
    const store = await openStore(`sqlite:${path}`);
    await store.commit([put(schools, { id: 'one' }, school, 0)]);
    await store.close();
    await store.close();
    expect(await readdir(join(folder, 'data/deeper'))).toEqual(['store.db']);
    expect((await stat(join(folder, 'data/deeper'))).mode & 0o077).toBe(0);

    const again = await openStore(`sqlite:${path}`);
    expect(await again.get(schools, { id: 'one' })).toMatchObject(school);
    await again.close();
    await rm(folder, { recursive: true });
  });

  it('may be in memory', async () => {
    const store = await openStore('sqlite::memory:');
    expect(await store.get(schools, { id: 'one' })).toBeUndefined();
    await store.close();
  });

  it('says what to look at when MongoDB can’t be reached, without the password', async () => {
    const url = 'mongodb://user:secret@127.0.0.1:1/buitenboord?serverSelectionTimeoutMS=50';
    const refused = openStore(url);
    await expect(refused).rejects.toThrow(/can’t be reached.*replica set/u);
    await expect(refused).rejects.not.toThrow('secret');
  });

  it.each(['', 'sqlite:', './data.db', 'postgres://x'])(
    'says what an address looks like instead of %j',
    async (url) => {
      await expect(openStore(url)).rejects.toThrow('STORE_URL must look like');
    },
  );
});
