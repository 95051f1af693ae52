import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyAuditChain } from '@buitenboord/shared/store/audit-chain.js';
import { identities } from '@buitenboord/shared/store/collections.js';
import { openMongoStore } from '@buitenboord/shared/store/mongo/open-mongo-store.js';
import { audit, change, put, remove, type Store } from '@buitenboord/shared/store/port.js';
import { openMongoDouble, type MongoDouble } from '../../support/mongo-double/open-mongo-double.js';

const school = 'one';
const anIdentity = (subject = 'x') => ({ person: 'p', issuer: 'https://lms.example', subject });
const fact = (object: string) => ({ at: '2026-01-01T12:00:00.000Z', actor: 'p', action: 'test', object });

let double: MongoDouble;
let store: Store;
beforeEach(async () => {
  double = await openMongoDouble();
  store = await openMongoStore({ url: double.url });
});
afterEach(async () => {
  await store.close();
  await double.close();
});

const stored = async () => (await store.find(identities, { where: { school } })).items;

describe('a cut of the connection', () => {
  it.each([
    ['insert', 'before'],
    ['insert', 'after'],
    ['commitTransaction', 'before'],
    ['commitTransaction', 'after'],
    ['find', 'before'],
    ['find', 'after'],
  ] as const)('%s, %s it was carried out, leaves one record and one link of the chain', async (command, when) => {
    double.faults.plan(command, { kind: 'cut', when });
    await store.commit([put(identities, { school, id: 'a' }, anIdentity(), 0), audit(school, fact('a'))]);
    expect(await stored()).toMatchObject([{ id: 'a', version: 1 }]);
    expect(await verifyAuditChain(store, school)).toEqual({ kind: 'whole', entries: 1 });
  });

  it.each([
    ['update', 'before'],
    ['update', 'after'],
    ['delete', 'before'],
    ['delete', 'after'],
  ] as const)('%s of one record, %s it was carried out, happens once', async (command, when) => {
    await store.commit([put(identities, { school, id: 'a' }, anIdentity(), 0)]);
    const [before] = await stored();
    double.faults.plan(command, { kind: 'cut', when });
    // Asked again, a server that carried it out answers as it did: no conflict with itself.
    await store.commit([
      command === 'update' ? change(identities, before!, { subject: 'y' }) : remove(identities, before!),
    ]);
    expect((await stored()).map(({ subject, version }) => [subject, version])).toEqual(
      command === 'update' ? [['y', 2]] : [],
    );
  });
});

describe('a server that steps down', () => {
  it.each(['insert', 'commitTransaction', 'find'] as const)('at %s is waited for', async (command) => {
    for (const when of ['before', 'after'] as const) double.faults.plan(command, { kind: 'step-down', when });
    await store.commit([put(identities, { school, id: 'a' }, anIdentity(), 0), audit(school, fact('a'))]);
    expect(await stored()).toHaveLength(1);
    expect(await verifyAuditChain(store, school)).toEqual({ kind: 'whole', entries: 1 });
  });

  it('without its label is unavailable, and nothing is half written', async () => {
    // The driver goes by labels, as servers since 4.4 send them.
    double.faults.plan('insert', { kind: 'error', code: 91, name: 'ShutdownInProgress', labels: [] });
    await expect(store.commit([put(identities, { school, id: 'a' }, anIdentity(), 0)])).rejects.toMatchObject({
      code: 'store/unavailable',
      facts: { mongo: 'ShutdownInProgress' },
    });
    expect(await stored()).toEqual([]);
  });
});

describe('two who write the same', () => {
  it('at once: one wins, the other conflicts, and none is lost', async () => {
    await store.commit([put(identities, { school, id: 'a' }, anIdentity('0'), 0)]);
    const other = await openMongoStore({ url: double.url });
    const add = async (by: Store): Promise<void> => {
      const now = (await by.get(identities, { school, id: 'a' }))!;
      try {
        await by.commit([
          change(identities, now, { subject: String(Number(now.subject) + 1) }),
          audit(school, fact('a')),
        ]);
      } catch (error) {
        if ((error as { code?: string }).code !== 'store/conflict') throw error;
        await add(by);
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, n) => add(n % 2 === 0 ? store : other)));
    await other.close();
    expect(await stored()).toMatchObject([{ subject: '20', version: 21 }]);
    expect(await verifyAuditChain(store, school)).toEqual({ kind: 'whole', entries: 20 });
  });
});

describe('what is sent', () => {
  it('is a handful of commands, each of which asks for what is promised', async () => {
    // Making the collections at the start may take its time.
    const atStart = double.commands.splice(0);
    await store.commit([put(identities, { school, id: 'a' }, anIdentity(), 0), audit(school, fact('a'))]);
    const [one] = await stored();
    await store.commit([change(identities, one!, { subject: 'y' })]);
    await store.forget(identities, { where: { school } });
    const known = [
      'find',
      'insert',
      'update',
      'delete',
      'createIndexes',
      'commitTransaction',
      'endSessions',
      'getMore',
    ];
    expect(
      [...new Set([...atStart, ...double.commands].map(({ name }) => name))].filter((name) => !known.includes(name)),
    ).toEqual([]);
    const majority = { w: 'majority', j: true };
    for (const { name, command } of double.commands) {
      const inTransaction = command.autocommit === false;
      if (['insert', 'update', 'delete'].includes(name) && !inTransaction)
        expect([name, command.writeConcern]).toEqual([name, majority]);
      if (name === 'commitTransaction') expect(command.writeConcern).toMatchObject(majority);
      if (name === 'find' && !inTransaction) expect(command.readConcern).toMatchObject({ level: 'majority' });
      if (command.startTransaction) expect(command.readConcern).toMatchObject({ level: 'snapshot' });
      if (['insert', 'update', 'delete', 'commitTransaction'].includes(name) || name === 'find')
        expect([name, command.maxTimeMS]).toEqual([name, expect.any(Number)]);
    }
  });
});

describe('a server that can’t keep the promises', () => {
  it.each([
    ['has no replica set', { replicaSet: false }, /without a replica set.*rs\.initiate/u],
    ['is older than 7.0', { wireVersion: 17 }, /older than 7\.0.*Update/u],
  ])('that %s is refused, with what to do', async (_what, options, sentence) => {
    const weak = await openMongoDouble(options);
    await expect(openMongoStore({ url: weak.url })).rejects.toThrow(sentence);
    await weak.close();
  });
});
