import { beforeEach, describe, expect, it } from '@jest/globals';
import { AuditEntry, auditId } from '@buitenboord/shared/store/audit.js';
import { verifyAuditChain } from '@buitenboord/shared/store/audit-chain.js';
import { auditEntries } from '@buitenboord/shared/store/collections.js';
import { audit, put, remove, type AuditFact } from '@buitenboord/shared/store/port.js';
import { aThing, gathered, things, type StoreHarness } from './store-harness.js';

const school = 'one';
const fact = (object: string): AuditFact => ({
  at: '2026-01-01T12:00:00.000Z',
  actor: 'p1',
  action: 'settle',
  object,
  after: 'f00d',
});

export function auditContract(harness: () => StoreHarness): void {
  describe('the audit chain', () => {
    it('is whole when nothing was written', async () => {
      expect(await verifyAuditChain(harness().store, school)).toEqual({ kind: 'whole', entries: 0 });
    });

    it('grows with the commit it belongs to, and not with one that failed', async () => {
      const { store } = harness();
      await store.commit([put(things, { school, id: 'a' }, aThing(), 0), audit(school, fact('things/a'))]);
      await expect(
        store.commit([audit(school, fact('things/a')), put(things, { school, id: 'a' }, aThing(), 0)]),
      ).rejects.toThrow();
      expect(await verifyAuditChain(store, school)).toEqual({ kind: 'whole', entries: 1 });
    });

    it('stays one chain under twenty parallel commits of two facts from two openings', async () => {
      const { store, openAnother } = harness();
      const stores = [store, await openAnother()];
      const commits = Array.from({ length: 20 }, (_, index) =>
        stores[index % 2]!.commit([audit(school, fact(`things/${index}`)), audit(school, fact(`things/${index}`))]),
      );
      await Promise.all(commits);
      expect(await verifyAuditChain(store, school)).toEqual({ kind: 'whole', entries: 40 });
      const objects = (await gathered(store.each(auditEntries, { where: { school } }))).map((entry) => entry.object);
      for (let index = 0; index < 40; index += 2) expect(objects[index]).toBe(objects[index + 1]);
    });

    it('is one per school', async () => {
      const { store } = harness();
      await store.commit([audit('one', fact('a')), audit('two', fact('b')), audit('one', fact('c'))]);
      expect(await verifyAuditChain(store, 'one')).toEqual({ kind: 'whole', entries: 2 });
      expect(await verifyAuditChain(store, 'two')).toEqual({ kind: 'whole', entries: 1 });
    });

    it('is not written, changed or forgotten in part by any other way', async () => {
      const { store } = harness();
      await store.commit([audit(school, fact('a'))]);
      const entry = (await store.get(auditEntries, { school, id: auditId(1) }))!;
      await expect(store.commit([remove(auditEntries, entry)])).rejects.toThrow('chain');
      await expect(store.commit([put(auditEntries, entry, entry, 1)])).rejects.toThrow('chain');
      await expect(store.forget(auditEntries, { where: { school, actor: 'p1' } })).rejects.toThrow('whole');
      await expect(
        store.forget(auditEntries, { where: { school }, range: { field: 'sequence', below: 9 } }),
      ).rejects.toThrow('whole');
      expect(await store.forget(auditEntries, { where: { school } })).toBe(1);
    });

    describe('with an entry', () => {
      beforeEach(() =>
        harness().store.commit(Array.from({ length: 9 }, (_, index) => audit(school, fact(`things/${index}`)))),
      );

      const tamper = async (sequence: number, fields: object | undefined) => {
        const key = { school, id: auditId(sequence) };
        const content = AuditEntry.strip().parse(await harness().store.get(auditEntries, key));
        await harness().tamper(auditEntries, key, fields && { ...content, ...fields });
      };

      it.each([
        ['said to be of another person', { actor: 'p2' }, 5],
        ['about another object', { object: 'things/other' }, 5],
        ['of another time', { at: '2026-01-02T12:00:00.000Z' }, 5],
        ['without what came after', { after: undefined }, 5],
        ['with another number', { sequence: 6 }, 5],
        ['with another hash', { hash: 'f'.repeat(64) }, 5],
        ['taken away', undefined, 5],
      ])('%s, says where it is broken', async (_what, fields, at) => {
        await tamper(5, fields);
        expect(await verifyAuditChain(harness().store, school)).toEqual({ kind: 'broken', at });
      });

      it('untouched, is whole', async () => {
        expect(await verifyAuditChain(harness().store, school)).toEqual({ kind: 'whole', entries: 9 });
      });
    });
  });
}
