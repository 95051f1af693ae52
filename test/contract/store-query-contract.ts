import { describe, expect, it } from '@jest/globals';
import { put, type Page, type Store, type Stored } from '@buitenboord/shared/store/port.js';
import { aThing, gathered, things, tickets, type StoreHarness, type Thing } from './store-harness.js';

const school = 'one';
const where = { school };
const ids = (page: Page<{ id: string }>) => page.items.map((item) => item.id);

/** Ids sort like this list. */
async function store5(store: Store): Promise<void> {
  const five: Record<string, Thing> = {
    a: aThing({ rank: 3, done: true, label: 'één' }),
    b: aThing({ rank: 1, done: false }),
    c: aThing({ rank: 2, owner: 'kim', done: true }),
    d: aThing({ rank: 2 }),
    e: aThing({ owner: 'kim', label: '007' }),
  };
  await store.commit(Object.entries(five).map(([id, thing]) => put(things, { school, id }, thing, 0)));
}

export function queryContract(harness: () => StoreHarness): void {
  describe('a query', () => {
    it.each([
      ['everything, by id', { where }, ['a', 'b', 'c', 'd', 'e']],
      ['equal text', { where: { school, owner: 'kim' } }, ['c', 'e']],
      ['equal text that looks like a number', { where: { school, label: '007' } }, ['e']],
      ['an equal number', { where: { school, rank: 2 } }, ['c', 'd']],
      ['true', { where: { school, done: true } }, ['a', 'c']],
      ['false, which is not the same as absent', { where: { school, done: false } }, ['b']],
      ['two fields at once', { where: { school, owner: 'sam', rank: 2 } }, ['d']],
      ['a range from', { where, range: { field: 'rank' as const, from: 2 } }, ['a', 'c', 'd']],
      ['a range below, which is excluded', { where, range: { field: 'rank' as const, below: 2 } }, ['b']],
      ['a range of ids', { where, range: { field: 'id' as const, from: 'b', below: 'd' } }, ['b', 'c']],
      ['sorted, absent first, ties by id', { where, sort: { field: 'rank' as const } }, ['e', 'b', 'c', 'd', 'a']],
      [
        'sorted the other way',
        { where, sort: { field: 'rank' as const, descending: true } },
        ['a', 'd', 'c', 'b', 'e'],
      ],
      [
        'sorted by id the other way',
        { where, sort: { field: 'id' as const, descending: true } },
        ['e', 'd', 'c', 'b', 'a'],
      ],
      ['nothing', { where: { school, owner: 'nobody' } }, []],
    ])('finds %s', async (_what, query, expected) => {
      const { store } = harness();
      await store5(store);
      expect(ids(await store.find(things, query))).toEqual(expected);
      const small = { ...query, limit: 2 };
      expect(await allPages((after) => store.find(things, { ...small, ...(after && { after }) }))).toEqual(expected);
      expect((await gathered(store.each(things, query))).map((item) => item.id)).toEqual(expected);
    });

    it('says nothing of a next page when there is none', async () => {
      const { store } = harness();
      await store5(store);
      expect(await store.find(things, { where, limit: 5 })).not.toHaveProperty('next');
      expect(await store.find(things, { where, limit: 4 })).toHaveProperty('next');
    });

    it('gives 100 records unless told, and never more than 500', async () => {
      const { store } = harness();
      await store.commit(
        Array.from({ length: 501 }, (_, index) => put(things, { school, id: `t${index}` }, aThing(), 0)),
      );
      expect((await store.find(things, { where })).items).toHaveLength(100);
      expect((await store.find(things, { where, limit: 9999 })).items).toHaveLength(500);
      expect((await store.find(things, { where, limit: 0 })).items).toHaveLength(1);
      expect(await gathered(store.each(things, { where }))).toHaveLength(501);
    });

    it.each([{ descending: false }, { descending: true }])(
      'shows each record once while others are added (%o)',
      async ({ descending }) => {
        const { store } = harness();
        const rankOf = (index: number) => (index % 7 === 0 ? {} : { rank: index % 13 });
        await store.commit(
          Array.from({ length: 120 }, (_, index) => put(things, { school, id: `t${index}` }, aThing(rankOf(index)), 0)),
        );
        let added = 0;
        const seen = await allPages(async (after) => {
          const page = await store.find(things, {
            where,
            sort: { field: 'rank', descending },
            limit: 10,
            ...(after && { after }),
          });
          const more = [aThing(), aThing({ rank: -1 }), aThing({ rank: 6 }), aThing({ rank: 99 })];
          await store.commit(more.map((thing) => put(things, { school, id: `added${added++}` }, thing, 0)));
          return page;
        }, 40);
        const original = seen.filter((id) => id.startsWith('t'));
        expect(original).toHaveLength(120);
        expect(new Set(original).size).toBe(120);
      },
    );

    it.each(['nonsense', '', 'e30', Buffer.from('{"field":"owner","value":"x","id":"a"}').toString('base64url')])(
      'refuses a cursor that is not its own: %j',
      async (after) => {
        const { store } = harness();
        await expect(store.find(things, { where, after })).rejects.toMatchObject({ code: 'request/bad-input' });
      },
    );

    it('needs the school of a school’s records, for types and at run time', async () => {
      const { store } = harness();
      // @ts-expect-error -- a query on a school's collection without the school
      await expect(store.find(things, { where: {} })).rejects.toThrow('school');
      // @ts-expect-error -- a record of a school without the school
      await expect(store.get(things, { id: 'a' })).rejects.toThrow('school');
      // @ts-expect-error -- a write of a school's record without the school
      await expect(store.commit([put(things, { id: 'a' }, aThing(), 0)])).rejects.toThrow('school');
      // @ts-expect-error -- forgetting the records of every school
      await expect(store.forget(things, { where: {} })).rejects.toThrow('school');
      await expect(store.find(things, { where: { school: '' } })).rejects.toThrow('school');
      await expect(store.find(things, { where: { school: { $ne: '' } as never } })).rejects.toThrow('school');
    });

    it('keeps schools apart, also where ids are the same', async () => {
      const { store } = harness();
      await store.commit([
        put(things, { school: 'one', id: 'same' }, aThing({ label: 'of one' }), 0),
        put(things, { school: 'two', id: 'same' }, aThing({ label: 'of two' }), 0),
      ]);
      expect(await store.get(things, { school: 'two', id: 'same' })).toMatchObject({ school: 'two', label: 'of two' });
      expect(await gathered(store.each(things, { where: { school: 'one', owner: 'sam' } }))).toMatchObject([
        { label: 'of one' },
      ]);
      expect(await store.forget(things, { where: { school: 'one' } })).toBe(1);
      expect(await store.get(things, { school: 'two', id: 'same' })).toBeDefined();
    });

    it('refuses what has no index, an unknown field, and a value that is missing', async () => {
      const { store } = harness();
      // @ts-expect-error -- count is no index
      await expect(store.find(things, { where: { school, count: 1 } })).rejects.toThrow('count');
      // @ts-expect-error -- no such field
      await expect(store.find(things, { where: { school, "x') OR 1=1 --": 1 } })).rejects.toThrow('no index');
      await expect(store.find(things, { where, sort: { field: 'count' as never } })).rejects.toThrow('count');
      await expect(store.find(things, { where, range: { field: 'notes' as never, from: 1 } })).rejects.toThrow('notes');
      await expect(store.find(things, { where: { school, owner: undefined } })).rejects.toThrow('owner');
      await expect(store.find(things, { where: { school, owner: { $gt: '' } as never } })).rejects.toThrow('owner');
      await expect(store.forget(things, { where, range: { field: 'rank', below: undefined } })).rejects.toThrow(
        'bound',
      );
    });

    it('refuses a collection that the store was not opened with', async () => {
      const { store } = harness();
      await expect(store.get({ ...things, name: 'others' }, { school, id: 'a' })).rejects.toThrow('others');
    });
  });

  describe('forgetting', () => {
    it('removes what matches and says how many, also when they are many', async () => {
      const { store } = harness();
      const due = Array.from({ length: 1201 }, (_, index) =>
        put(tickets, { id: `old${index}` }, { expiresAt: `2026-01-${10 + (index % 20)}` }, 0),
      );
      await store.commit([...due, put(tickets, { id: 'new' }, { expiresAt: '2026-02-01' }, 0)]);
      expect(await store.forget(tickets, { where: {}, range: { field: 'expiresAt', below: '2026-02-01' } })).toBe(1201);
      expect(await store.forget(tickets, { where: {}, range: { field: 'expiresAt', below: '2026-02-01' } })).toBe(0);
      expect(ids(await store.find(tickets, { where: {} }))).toEqual(['new']);
    });

    it('goes by equality too', async () => {
      const { store } = harness();
      await store5(store);
      expect(await store.forget(things, { where: { school, owner: 'sam' }, range: { field: 'rank', from: 2 } })).toBe(
        2,
      );
      expect(ids(await store.find(things, { where }))).toEqual(['b', 'c', 'e']);
    });
  });
}

async function allPages(
  page: (after: string | undefined) => Promise<Page<Stored<Thing>>>,
  most = 1000,
): Promise<string[]> {
  const seen: string[] = [];
  let after: string | undefined;
  for (let count = 0; count < most; count += 1) {
    const found = await page(after);
    seen.push(...ids(found));
    after = found.next;
    if (after === undefined) break;
  }
  return seen;
}
