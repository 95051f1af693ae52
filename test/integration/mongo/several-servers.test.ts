import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startServer, type RunningServer } from '@buitenboord/lti-tool/start-server.js';
import { deliveryId } from '@buitenboord/shared/outbox/delivery-id.js';
import { intendDelivery } from '@buitenboord/shared/outbox/intend.js';
import { Environment } from '@buitenboord/shared/runtime/env.js';
import { createLog } from '@buitenboord/shared/runtime/log.js';
import { deliveries } from '@buitenboord/shared/store/collections.js';
import { readMongoProof } from '@buitenboord/shared/store/mongo/proof.js';
import { openStore } from '@buitenboord/shared/store/open-store.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { openMongoDouble, type MongoDouble } from '../../support/mongo-double/open-mongo-double.js';
import { smtpServer, type TestSmtpServer } from '../../support/smtp-server.js';
import { aSchool } from '../../support/school.js';

let folder: string;
let double: MongoDouble;
let store: Store;
let smtp: TestSmtpServer;
const servers: RunningServer[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buitenboord-servers-'));
  double = await openMongoDouble();
  store = await openStore(double.url);
  smtp = await smtpServer();
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  await store.close();
  await smtp.stop();
  await double.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(logged: string[] = []): Promise<RunningServer> {
  const env = Environment.parse({
    PORT: '0',
    BASE_URL: 'http://127.0.0.1:3000',
    STORE_URL: double.url,
    DATA_DIR: folder,
    APP_SECRET: 'a secret of at least thirty-two characters',
    SMTP_URL: smtp.url,
    MAIL_FROM: 'Buitenboord <no-reply@school.example>',
    ALLOW_PRIVATE_PLATFORMS: '1',
  });
  const server = await startServer(env, createLog('info', { write: (line) => void logged.push(line) }));
  servers.push(server);
  return server;
}

describe('two servers on one database', () => {
  it('share what leaves: each mail goes once', async () => {
    await start();
    await start();
    const at = await aSchool(store);
    const keys = Array.from({ length: 20 }, (_, n) => `m${n}`);
    for (const key of keys) {
      const payload = { target: 'mail', to: `${key}@beek.example`, toName: 'Piet', subject: key, text: 'Hoi' } as const;
      await store.commit(
        await intendDelivery(store, { school: at.school, target: 'mail', key, payload, at: new Date() }),
      );
    }
    const stateOf = async (key: string) =>
      (await store.get(deliveries, { school: at.school, id: deliveryId('mail', key) }))!.state;
    const areSent = async () => (await Promise.all(keys.map(stateOf))).every((state) => state === 'received');
    for (let tries = 0; tries < 300 && !(await areSent()); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await areSent()).toBe(true);
    expect(smtp.received.flatMap(({ to }) => to).sort()).toEqual(keys.map((key) => `${key}@beek.example`).sort());
  });

  it('say at the start how far MongoDB is proven', async () => {
    const logged: string[] = [];
    await start(logged);
    expect(logged.join()).toContain('"proven":"against our wire double only"');
  });
});

describe('how far MongoDB is proven', () => {
  const report = {
    format: 'buitenboord-store-verify',
    formatVersion: 1,
    at: '2026-06-01T10:00:00.000Z',
    server: { version: '8.0.4', replicaSet: 'rs0' },
    contract: { passed: 65, failed: 0 },
    campaign: { changes: 100, kills: 20, lost: 0, stale: 0, duplicates: 0, stuck: 0 },
  };
  const readBack = async (content: string) => {
    await writeFile(join(folder, 'mongodb.json'), content);
    return readMongoProof(join(folder, 'mongodb.json'));
  };

  it('is what a clean report of a real cluster says, and nothing else', async () => {
    expect(await readBack(JSON.stringify(report))).toEqual({ kind: 'cluster', version: '8.0.4', at: report.at });
    for (const broken of [
      '',
      '{',
      '{}',
      JSON.stringify({ ...report, contract: { passed: 64, failed: 1 } }),
      JSON.stringify({ ...report, campaign: { ...report.campaign, lost: 1 } }),
      JSON.stringify({ ...report, campaign: { ...report.campaign, kills: 0 } }),
    ])
      expect(await readBack(broken)).toEqual({ kind: 'double' });
  });

  it('is said in the README as it is', async () => {
    const readme = await readFile(join(import.meta.dirname, '../../../README.md'), 'utf8');
    const proof = await readMongoProof();
    const saysDouble = /MongoDB\s+\|.*proven against our wire double only/iu.test(readme);
    expect(saysDouble).toBe(proof.kind === 'double');
  });
});
