import { createCipheriv, createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { runAdmin } from '@buitenboord/lti-tool/admin/run-admin.js';
import { createToolKeys } from '@buitenboord/lti-tool/lti/tool-keys.js';
import { createVault } from '@buitenboord/shared/runtime/vault.js';
import { platforms } from '@buitenboord/shared/store/collections.js';
import { connectMongo } from '@buitenboord/shared/store/mongo/connect.js';
import { openStore } from '@buitenboord/shared/store/open-store.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { openMongoDouble, type MongoDouble } from '../../support/mongo-double/open-mongo-double.js';
import { aSchool } from '../../support/school.js';

const secret = 'x'.repeat(40);
const ltijsSecret = 'the encryption key of ltijs';
let folder: string;
let double: MongoDouble;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buitenboord-ltijs-'));
  double = await openMongoDouble();
  store = await openStore(`sqlite:${join(folder, 't.db')}`);
});
afterEach(async () => {
  await store.close();
  await double.close();
  await rm(folder, { recursive: true, force: true });
});

async function admin(school: string, key = ltijsSecret) {
  const [out, err]: [string[], string[]] = [[], []];
  const env = { BASE_URL: 'https://tool.example', STORE_URL: `sqlite:${join(folder, 't.db')}`, APP_SECRET: secret };
  const output = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const line = ['ltijs', 'import', '--school', school, '--url', double.url, '--secret', key, '--json'];
  return { code: await runAdmin(line, env, output), out, err };
}

/** As ltijs 5.9.9 seals (dist/Utils/Database.js, Encrypt). */
function sealedByLtijs(content: object): { iv: string; data: string } {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(ltijsSecret).digest(), iv);
  const data = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final()]);
  return { iv: iv.toString('hex'), data: data.toString('hex') };
}

async function fillLtijs() {
  const { client, db } = await connectMongo(double.url);
  const insert = (name: string, document: object) =>
    db.collection<{ _id: string }>(name).insertOne({ _id: randomBytes(8).toString('hex'), ...document });
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const platform = (host: string, kid: string, method = 'JWK_SET') => ({
    platformName: host,
    platformUrl: `https://${host}`,
    clientId: `client of ${host}`,
    authEndpoint: `https://${host}/mod/lti/auth.php`,
    accesstokenEndpoint: `https://${host}/mod/lti/token.php`,
    kid,
    authConfig: { method, key: `https://${host}/mod/lti/certs.php` },
  });
  await insert('platforms', platform('lms.example', 'k1'));
  await insert('platforms', platform('off.example', 'k2'));
  await insert('platforms', platform('pasted.example', 'k3', 'RSA_KEY'));
  await insert('platformstatuses', { id: 'k2', active: false });
  const content = { key: pair.privateKey, kid: 'k1' };
  await insert('privatekeys', { kid: 'k1', platformUrl: 'https://lms.example', ...sealedByLtijs(content) });
  await client.close();
}

it('carries platforms and keys over, once, and leaves out what can’t work with a reason', async () => {
  await fillLtijs();
  const { school } = await aSchool(store);
  const { code, out } = await admin(school);
  expect(code).toBe(0);
  expect(JSON.parse(out[0]!)).toMatchObject([
    { kind: 'imported', issuer: 'https://lms.example', outcome: 'added', key: 'k1' },
    { kind: 'left', issuer: 'https://off.example', why: 'it is switched off there' },
    { kind: 'left', issuer: 'https://pasted.example' },
  ]);
  const { items } = await store.find(platforms, { where: { school, clientId: 'client of lms.example' } });
  expect(items).toMatchObject([
    { state: 'active', deployments: [], product: 'moodle', jwksUrl: 'https://lms.example/mod/lti/certs.php' },
  ]);
  const keys = createToolKeys({ store, vault: createVault(secret), now: () => new Date() });
  expect((await keys.signingKey(school)).kid).toBe('k1');
  expect((await keys.publicKeys(school)).keys).toMatchObject([{ kid: 'k1', kty: 'RSA' }]);
  const again = await admin(school);
  expect(JSON.parse(again.out[0]!)).toMatchObject([{ outcome: 'unchanged', key: null }, {}, {}]);
});

it('says that the secret isn’t the one, and changes nothing then', async () => {
  await fillLtijs();
  const { school } = await aSchool(store);
  const before = (await store.find(platforms, { where: { school } })).items;
  const { code, err } = await admin(school, 'another');
  expect(code).toBe(1);
  expect(err[0]).toContain('must be the encryption key that ltijs was set up with');
  expect((await store.find(platforms, { where: { school } })).items).toEqual(before);
});
