import { afterEach, beforeEach, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openMongoStore } from '@buitenboord/shared/store/mongo/open-mongo-store.js';
import { openSqliteStore } from '@buitenboord/shared/store/sqlite/open-sqlite-store.js';
import { audit, put, remove, type Store, type Write } from '@buitenboord/shared/store/port.js';
import { auditEntries } from '@buitenboord/shared/store/collections.js';
import { openMongoDouble, type MongoDouble } from '../../support/mongo-double/open-mongo-double.js';
import { aThing, gathered, things, type Thing } from '../../contract/store-harness.js';

// The same random operations on both stores: the same answers on the way, and the same records in the end.

let double: MongoDouble;
beforeEach(async () => {
  double = await openMongoDouble();
});
afterEach(() => double.close());

const schools = fc.constantFrom('one', 'two');
const ids = fc.constantFrom('a', 'b', 'c', 'd', 'é');
const thing: fc.Arbitrary<Thing> = fc
  .record(
    {
      owner: fc.constantFrom('sam', 'kim'),
      label: fc.constantFrom('x', 'y', '007', '👩🏽‍🔧'),
      rank: fc.constantFrom(-1, 0, 0.5, 2),
      done: fc.boolean(),
    },
    { requiredKeys: ['owner'] },
  )
  .map((fields) => aThing(fields));

type Step =
  | { kind: 'put'; school: string; id: string; value: Thing; stale: boolean; fact: boolean }
  | { kind: 'remove'; school: string; id: string; stale: boolean }
  | { kind: 'find'; school: string; field: 'id' | 'label' | 'rank' | 'done'; descending: boolean; owner?: string }
  | { kind: 'forget'; school: string; below: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      school: schools,
      id: ids,
      value: thing,
      stale: fc.boolean(),
      fact: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('remove' as const), school: schools, id: ids, stale: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('find' as const),
      school: schools,
      field: fc.constantFrom('id', 'label', 'rank', 'done'),
      descending: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('forget' as const), school: schools, below: fc.constantFrom(0, 1) }),
  },
);

/** What a step answers; a refusal by its code. */
async function answerOf(store: Store, each: Step): Promise<unknown> {
  try {
    return await carryOut(store, each);
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

async function carryOut(store: Store, each: Step): Promise<unknown> {
  const { school } = each;
  switch (each.kind) {
    case 'put': {
      const seen = await seenVersion(store, each);
      const writes: Write[] = [put(things, { school, id: each.id }, each.value, seen)];
      const fact = { at: '2026-01-01T12:00:00.000Z', actor: 'p', action: 'put', object: each.id };
      if (each.fact) writes.push(audit(school, fact));
      return store.commit(writes);
    }
    case 'remove': {
      const stored = await store.get(things, { school, id: each.id });
      if (!stored) return 'nothing there';
      return store.commit([remove(things, { ...stored, version: stored.version - (each.stale ? 1 : 0) })]);
    }
    case 'find': {
      const query = { where: { school }, sort: { field: each.field, descending: each.descending }, limit: 2 };
      const pages = [];
      let after: string | undefined;
      do {
        const page = await store.find(things, { ...query, ...(after !== undefined && { after }) });
        pages.push(page);
        after = page.next;
      } while (after !== undefined);
      return pages;
    }
    case 'forget':
      return store.forget(things, { where: { school }, range: { field: 'rank', below: each.below } });
  }
}

async function seenVersion(store: Store, { school, id, stale }: Extract<Step, { kind: 'put' }>): Promise<number> {
  const version = (await store.get(things, { school, id }))?.version ?? 0;
  return stale ? Math.max(0, version - 1) : version;
}

async function everything(store: Store): Promise<unknown> {
  const all = [];
  for (const school of ['one', 'two'])
    all.push(
      await gathered(store.each(things, { where: { school } })),
      await gathered(store.each(auditEntries, { where: { school } })),
    );
  return all;
}

it('does and says what SQLite does and says', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      run += 1;
      const sqlite = await openSqliteStore({ path: ':memory:', collections: [things] });
      const mongo = await openMongoStore({
        url: double.url.replace('/buitenboord', `/run${run}`),
        collections: [things],
      });
      try {
        for (const each of steps) expect(await answerOf(mongo, each)).toEqual(await answerOf(sqlite, each));
        expect(await everything(mongo)).toEqual(await everything(sqlite));
      } finally {
        await sqlite.close();
        await mongo.close();
      }
    }),
    { numRuns: 60 },
  );
});
