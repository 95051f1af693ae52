import { describe, expect, it } from '@jest/globals';
import { isProblem } from '@buitenboord/shared/problem.js';
import { decideAgain } from '@buitenboord/shared/store/decide-again.js';
import { change, put, remove, type Store } from '@buitenboord/shared/store/port.js';
import { aThing, things, tickets, type StoreHarness } from './store-harness.js';

const key = { school: 'one', id: 'a' };
const conflict = { code: 'store/conflict', facts: { collection: 'things' } };

export function commitContract(harness: () => StoreHarness): void {
  describe('a commit', () => {
    it('stores what it acknowledged, with version 1 and its key', async () => {
      const { store } = harness();
      await store.commit([put(things, key, aThing({ rank: 7 }), 0)]);
      expect(await store.get(things, key)).toEqual({ owner: 'sam', rank: 7, school: 'one', id: 'a', version: 1 });
    });

    it('is seen by another opening of the same store', async () => {
      const { store, openAnother } = harness();
      await store.commit([put(things, key, aThing(), 0)]);
      expect(await (await openAnother()).get(things, key)).toMatchObject({ owner: 'sam', version: 1 });
    });

    it('raises the version with each change, and keeps what was not changed', async () => {
      const { store } = harness();
      await store.commit([put(things, key, aThing({ rank: 1, label: 'x' }), 0)]);
      await store.commit([change(things, (await store.get(things, key))!, { rank: 2 })]);
      expect(await store.get(things, key)).toEqual({ ...aThing({ rank: 2, label: 'x' }), ...key, version: 2 });
    });

    it.each([
      ['a new record that exists already', [put(things, key, aThing({ rank: 2 }), 0)]],
      ['a version that is past', [put(things, key, aThing({ rank: 2 }), 2)]],
      ['a change of what does not exist', [put(things, { ...key, id: 'b' }, aThing(), 1)]],
      ['a removal of another version', [remove(things, { ...aThing(), ...key, version: 2 })]],
      ['a removal of what does not exist', [remove(things, { ...aThing(), ...key, id: 'b', version: 1 })]],
    ])('refuses %s, and writes nothing', async (_what, writes) => {
      const { store } = harness();
      await store.commit([put(things, key, aThing({ rank: 1 }), 0)]);
      await expect(store.commit([put(things, { ...key, id: 'before' }, aThing(), 0), ...writes])).rejects.toMatchObject(
        conflict,
      );
      expect((await store.find(things, { where: { school: 'one' } })).items).toEqual([
        { ...aThing({ rank: 1 }), ...key, version: 1 },
      ]);
    });

    it('writes all or nothing when one of its records does not fit its schema', async () => {
      const { store } = harness();
      const misfit = put(things, { ...key, id: 'b' }, { owner: 3 } as never, 0);
      await expect(store.commit([put(things, key, aThing(), 0), misfit])).rejects.toThrow();
      expect((await store.find(things, { where: { school: 'one' } })).items).toEqual([]);
    });

    it('refuses fields that the schema does not know', async () => {
      const { store } = harness();
      await expect(store.commit([put(things, key, { ...aThing(), extra: 1 } as never, 0)])).rejects.toThrow();
    });

    it('may write the same record twice, the second time upon the first', async () => {
      const { store } = harness();
      await store.commit([put(things, key, aThing({ rank: 1 }), 0), put(things, key, aThing({ rank: 2 }), 1)]);
      expect(await store.get(things, key)).toMatchObject({ rank: 2, version: 2 });
    });

    it('removes, and the key is free again', async () => {
      const { store } = harness();
      await store.commit([put(things, key, aThing(), 0)]);
      await store.commit([remove(things, (await store.get(things, key))!)]);
      expect(await store.get(things, key)).toBeUndefined();
      await store.commit([put(things, key, aThing(), 0)]);
    });

    it('loses no increment of twenty at once', async () => {
      const { store, openAnother } = harness();
      const stores = [store, await openAnother()];
      await store.commit([put(things, key, aThing({ count: 0 }), 0)]);
      await Promise.all(Array.from({ length: 20 }, (_, index) => increment(stores[index % 2]!)));
      expect(await store.get(things, key)).toMatchObject({ count: 20, version: 21 });
    });

    it('lets exactly one of fifty parallel tries use a ticket', async () => {
      const { store } = harness();
      await store.commit([put(tickets, { id: 't' }, { expiresAt: '2026-01-01' }, 0)]);
      const tries = await Promise.all(Array.from({ length: 50 }, (_, index) => mayUse(store, `try-${index}`)));
      expect(tries.filter(Boolean)).toHaveLength(1);
    });
  });
}

/** Reads, adds one, writes; from the beginning as often as somebody else was first. */
async function increment(store: Store): Promise<void> {
  for (;;) {
    try {
      return await decideAgain(async () => {
        const seen = (await store.get(things, key))!;
        await store.commit([change(things, seen, { count: (seen.count ?? 0) + 1 })]);
      });
    } catch (error) {
      if (!isProblem(error, 'store/conflict')) throw error;
    }
  }
}

async function mayUse(store: Store, usedBy: string): Promise<boolean> {
  return decideAgain(async () => {
    const ticket = (await store.get(tickets, { id: 't' }))!;
    if (ticket.usedBy !== undefined) return false;
    await store.commit([change(tickets, ticket, { usedBy })]);
    return true;
  });
}
