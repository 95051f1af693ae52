import { execFile } from 'node:child_process';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { collections, enrolments, people } from '@buitenboord/shared/store/collections.js';
import { put } from '@buitenboord/shared/store/port.js';
import { attempt } from '@buitenboord/shared/store/sqlite/attempt.js';
import { insistOnVersion, isNetworkFileSystem, openConnection } from '@buitenboord/shared/store/sqlite/connection.js';
import { openSqliteStore } from '@buitenboord/shared/store/sqlite/open-sqlite-store.js';
import { committingChild } from '../../../../contract/store-durability-contract.js';

describe('the SQLite store', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'buitenboord-sqlite-'));
    path = join(folder, 'store.db');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('has its promises switched on', async () => {
    const connection = await openConnection(path);
    const pragma = (name: string) => connection.pragma(name, { simple: true });
    expect(pragma('journal_mode')).toBe('wal');
    // What SQLite says; what it does is the next test.
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('busy_timeout')).toBe(5000);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('trusted_schema')).toBe(0);
    connection.close();
  });

  it('syncs each commit to the disk (counted by strace, where there is one)', async () => {
    const commits = 100;
    const report = join(folder, 'strace.txt');
    const counted = [
      '-f',
      '-c',
      '-e',
      'trace=fsync,fdatasync',
      '-o',
      report,
      ...committingChild(`sqlite:${path}`, 'x', commits),
    ];
    const syncs = await syncsOf(counted, report);
    if (syncs === undefined) {
      process.stderr.write('SKIPPED: counting fsyncs needs strace, and leave to use it\n');
      return;
    }
    expect(syncs).toBeGreaterThanOrEqual(commits);
  });

  it.each(['3.51.2', '3.7.0', '2.99.99'])(
    'refuses SQLite %s, which may corrupt a file that two processes write',
    (version) => {
      expect(() => insistOnVersion(version)).toThrow('too old');
    },
  );

  it.each(['3.51.3', '3.52.0', '3.53.2', '4.0.0'])('takes SQLite %s', (version) => {
    expect(() => insistOnVersion(version)).not.toThrow();
  });

  it('knows a network file system when it sees one', () => {
    expect([0x6969, 0xff534d42, 0xff534d42 | 0, 0xfe534d42, 0x517b].every(isNetworkFileSystem)).toBe(true);
    expect([0xef53, 0x01021994, 0x9123683e, 0].some(isNetworkFileSystem)).toBe(false);
  });

  it('refuses a file that is no database, and one that is damaged', async () => {
    await writeFile(path, 'not a database at all, but long enough to be looked at '.repeat(100));
    await expect(openSqliteStore({ path })).rejects.toThrow(/damaged [^]*newest backup/u);
    await rm(path);

    const store = await openSqliteStore({ path });
    const person = { fullName: 'x'.repeat(200), createdAt: '2026-09-01T08:00:00.000Z' };
    await store.commit(
      Array.from({ length: 400 }, (_, index) => put(people, { school: 'one', id: `p${index}` }, person, 0)),
    );
    await store.close();
    await damageTable(path);
    await expect(openSqliteStore({ path })).rejects.toThrow(/damaged [^]*newest backup/u);
  });

  it('takes a new index on records that are there already', async () => {
    const before = { ...people, indexed: [] };
    const store = await openSqliteStore({ path, collections: [before] });
    const person = { studentNumber: '0042', createdAt: '2026-09-01T08:00:00.000Z' };
    await store.commit([put(before, { school: 'one', id: 'p' }, person, 0)]);
    await store.close();
    const after = await openSqliteStore({ path, collections: [people] });
    expect((await after.find(people, { where: { school: 'one', studentNumber: '0042' } })).items).toMatchObject([
      { id: 'p' },
    ]);
    await after.close();
  });

  it('refuses what a newer version of the program wrote', async () => {
    const newer = { ...people, schemaVersion: 2 };
    const store = await openSqliteStore({ path, collections: [newer] });
    await store.commit([put(newer, { school: 'one', id: 'p' }, { createdAt: '2026-09-01T08:00:00.000Z' }, 0)]);
    await store.close();
    const older = await openSqliteStore({ path, collections: [people] });
    await expect(older.get(people, { school: 'one', id: 'p' })).rejects.toThrow('newer version');
    await older.close();
  });

  it('makes records of an earlier shape into ones of the present, once, and finds them by what they say now', async () => {
    const old = { ...people, schema: z.looseObject({ number: z.string() }), indexed: [] } as unknown as typeof people;
    const store = await openSqliteStore({ path, collections: [old] });
    await store.commit([put(old, { school: 'one', id: 'p' }, { number: '0042' } as never, 0)]);
    await store.close();
    let upgrades = 0;
    const upgrade = (value: unknown, from: number) => {
      upgrades += 1;
      const { number } = value as { number: string };
      return { studentNumber: `${from}-${number}`, createdAt: '2026-09-01T08:00:00.000Z' };
    };
    const present = { ...people, schemaVersion: 2, upgrade };
    for (const _opening of ['first', 'second']) {
      const after = await openSqliteStore({ path, collections: [present] });
      const { items } = await after.find(present, { where: { school: 'one', studentNumber: '1-0042' } });
      expect(items).toMatchObject([{ id: 'p', version: 1 }]);
      await after.close();
    }
    expect(upgrades).toBe(1);
  });

  it('changes nothing of the earlier shape when one record can’t be made into the present one', async () => {
    const store = await openSqliteStore({ path, collections: [people] });
    const person = { createdAt: '2026-09-01T08:00:00.000Z' };
    await store.commit(['a', 'b'].map((id) => put(people, { school: 'one', id }, person, 0)));
    await store.close();
    const upgrade = (value: unknown) => (upgrade.count++ === 0 ? value : { nonsense: true });
    upgrade.count = 0;
    const present = { ...people, schemaVersion: 2, upgrade };
    await expect(openSqliteStore({ path, collections: [present] })).rejects.toBeDefined();
    const connection = await openConnection(path);
    expect(connection.prepare('SELECT DISTINCT schemaVersion FROM people').pluck().all()).toEqual([1]);
    connection.close();
  });

  it('finds by index each time: no indexed field makes SQLite read everything or sort', async () => {
    const store = await openSqliteStore({ path });
    const connection = await openConnection(path);
    for (const collection of Object.values(collections)) {
      const school = collection.scope === 'school' ? 'school = ? AND ' : '';
      for (const field of collection.indexed) {
        const expression = `json_extract(body, '$.${field}')`;
        const sql = `EXPLAIN QUERY PLAN SELECT body FROM "${collection.name}" WHERE ${school}${expression} = ? ORDER BY id`;
        const plan = connection.prepare(sql).all(...(school ? ['a', 'b'] : ['b'])) as { detail: string }[];
        expect(plan.map((step) => step.detail).join()).toMatch(
          new RegExp(`^SEARCH ${collection.name} USING INDEX [^,]*<expr>=\\?[^,]*$`, 'u'),
        );
      }
    }
    connection.close();
    await store.close();
  });

  it('says that it is unavailable when the disk is full, and keeps nothing of what it was doing', async () => {
    const store = await openSqliteStore({ path });
    await store.close();
    const connection = await openConnection(path);
    const pages = Number(connection.pragma('page_count', { simple: true }));
    connection.pragma(`max_page_count = ${pages + 2}`);
    const fill = connection.transaction(() => {
      const insert = connection.prepare('INSERT INTO enrolments VALUES (?, ?, 1, 1, ?)');
      for (let index = 0; index < 100; index += 1) insert.run('one', `e${index}`, JSON.stringify('x'.repeat(1000)));
    });
    await expect(attempt(() => fill.immediate())).rejects.toMatchObject({
      code: 'store/unavailable',
      facts: { sqlite: 'SQLITE_FULL' },
    });
    connection.close();
    const again = await openSqliteStore({ path });
    expect((await again.find(enrolments, { where: { school: 'one' } })).items).toEqual([]);
    await again.close();
  });

  it('lets a mistake of ours through as what it is', async () => {
    const connection = await openConnection(path);
    // By what it says: an error of the native driver may belong to another realm than the test's.
    const mistake = expect.stringContaining('no such column');
    await expect(attempt(() => connection.exec('SELECT nonsense'))).rejects.toMatchObject({ message: mistake });
    connection.close();
  });
});

/** How often the command synced; undefined where it can't be counted. */
async function syncsOf(args: readonly string[], report: string): Promise<number | undefined> {
  try {
    await promisify(execFile)('strace', args, { env: { ...process.env, NODE_OPTIONS: '' } });
    const counts = (await readFile(report, 'utf8')).matchAll(
      /^\s*[\d.]+\s+[\d.]+\s+\d+\s+(?<calls>\d+)\s.*f(?:data)?sync$/gmu,
    );
    return [...counts].reduce((sum, line) => sum + Number(line.groups?.calls), 0);
  } catch {
    return undefined;
  }
}

/** Overwrites pages that hold records: one in the middle of the file may belong to nothing. */
async function damageTable(path: string): Promise<void> {
  const records = (await readFile(path)).indexOf('x'.repeat(200));
  expect(records).toBeGreaterThan(0);
  const file = await open(path, 'r+');
  await file.write(Buffer.alloc(40_960, 0xa5), 0, 40_960, Math.floor(records / 4096) * 4096);
  await file.close();
}
