import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { runAdmin } from '@buitenboord/lti-tool/admin/run-admin.js';
import { openBlobPlace } from '@buitenboord/shared/blobs/blob-place.js';
import { createVault } from '@buitenboord/shared/runtime/vault.js';
import { verifyAuditChain } from '@buitenboord/shared/store/audit-chain.js';
import { collections, people, platforms } from '@buitenboord/shared/store/collections.js';
import { openStore } from '@buitenboord/shared/store/open-store.js';
import { audit, change, type AnyCollection, type Store } from '@buitenboord/shared/store/port.js';
import { fileKeyOf } from '@buitenboord/shared/use-cases/school-keys.js';
import { openMongoDouble, type MongoDouble } from '../../support/mongo-double/open-mongo-double.js';
import { aSchool, type StandingSchool } from '../../support/school.js';

const secret = 'x'.repeat(40);
const vault = createVault(secret);
let folder: string;
let double: MongoDouble;
let source: Store;
let [one, two]: StandingSchool[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buitenboord-copy-'));
  double = await openMongoDouble();
  source = await openStore(sqlite());
  [one, two] = [await aSchool(source), await aSchool(source, { issuer: 'https://other.example' })];
  for (let n = 0; n < 5; n += 1)
    await source.commit([
      audit(one.school, { at: '2026-06-01T10:00:00.000Z', actor: 'p', action: 'x', object: `o/${n}` }),
    ]);
});
afterEach(async () => {
  await source.close();
  await double.close();
  await rm(folder, { recursive: true, force: true });
});

const sqlite = (name = 'source') => `sqlite:${join(folder, `${name}.db`)}`;

async function copy(from: string, to: string, more: readonly string[] = []) {
  const [out, err]: [string[], string[]] = [[], []];
  const env = { BASE_URL: 'https://tool.example', STORE_URL: sqlite(), APP_SECRET: secret, DATA_DIR: folder };
  const output = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await runAdmin(['store', 'copy', '--from', from, '--to', to, '--json', ...more], env, output);
  return {
    code,
    err,
    answer: (out[0] ? JSON.parse(out[0]) : undefined) as {
      hash: string;
      written: number;
      files: number;
      different: string[];
    },
  };
}

async function everything(store: Store, school: string): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const collection of Object.values(collections) as AnyCollection[])
    for await (const record of store.each(collection, {
      where: collection.scope === 'school' ? { school } : {},
    }))
      all.push([collection.name, record]);
  return all;
}

it('from a file to MongoDB and back again is the same, with its files and an unbroken audit trail', async () => {
  const keyOf = (school: string) => fileKeyOf({ store: source, vault, now: () => new Date() }, school);
  const disk = await openBlobPlace(sqlite(), folder);
  const { sha256 } = await disk.blobs(keyOf).put(one!.school, Readable.from([Buffer.from('a photo')]));
  const there = await copy(sqlite(), double.url);
  expect(there).toMatchObject({ code: 0, answer: { different: [], files: 1 } });
  const again = await copy(sqlite(), double.url);
  expect(again.answer).toMatchObject({ written: 0, files: 0, hash: there.answer.hash });

  const mongo = await openStore(double.url);
  expect(await verifyAuditChain(mongo, one!.school)).toEqual({ kind: 'whole', entries: 5 });
  expect(await everything(mongo, one!.school)).toEqual(await everything(source, one!.school));
  const place = await openBlobPlace(double.url, folder);
  expect(String(await buffer(await place.blobs(keyOf).open(one!.school, sha256)))).toBe('a photo');
  await place.close();
  await mongo.close();

  const back = await copy(double.url, sqlite('back'));
  expect(back).toMatchObject({ code: 0, answer: { hash: there.answer.hash, different: [] } });
});

it('of one school brings what is its own, and nothing of the other', async () => {
  expect((await copy(sqlite(), double.url, ['--school', one!.school])).code).toBe(0);
  const mongo = await openStore(double.url);
  expect((await mongo.find(platforms, { where: {} })).items.map(({ school }) => school)).toEqual([one!.school]);
  expect((await mongo.find(people, { where: { school: two!.school } })).items).toEqual([]);
  await mongo.close();
});

it('that was cut goes on where it was', async () => {
  // Once opened: what is made at the start is there, and the next update is a record's.
  await (await openStore(double.url)).close();
  double.faults.plan('update', { kind: 'error', code: 2, name: 'BadValue', labels: [] });
  expect((await copy(sqlite(), double.url)).code).toBe(1);
  const { code, answer } = await copy(sqlite(), double.url);
  expect(code).toBe(0);
  expect(answer.written).toBeGreaterThan(0);
  const mongo = await openStore(double.url);
  expect(await everything(mongo, one!.school)).toEqual(await everything(source, one!.school));
  await mongo.close();
});

it('refuses a target that holds another school, and says what differs', async () => {
  const other = await openStore(sqlite('other'));
  const foreign = await aSchool(other);
  await other.close();
  const refused = await copy(sqlite(), sqlite('other'));
  expect(refused.code).toBe(1);
  expect(refused.err[0]).toContain('already holds another school');
  expect(refused.err[0]).toContain(foreign.school);
  expect((await copy(sqlite(), sqlite())).code).toBe(2);

  await copy(sqlite(), sqlite('more'));
  const more = await openStore(sqlite('more'));
  await aSchool(more, { issuer: 'https://third.example' });
  await more.close();
  const [person] = (await source.find(people, { where: { school: one!.school } })).items;
  await source.commit([change(people, person!, { fullName: 'Anders' })]);
  expect((await copy(sqlite(), sqlite('more'))).code).toBe(1);
});
