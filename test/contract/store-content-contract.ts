import { describe, expect, it } from '@jest/globals';
import { put } from '@buitenboord/shared/store/port.js';
import { aThing, things, type StoreHarness } from './store-harness.js';

const school = 'one';

/** Names that one store or another has stumbled over. */
const oddTexts = [
  'é',
  'e\u0301',
  '日本',
  '👩🏽‍🔧',
  'a\0b',
  'a',
  '$where',
  'a.b',
  '__proto__',
  'constructor',
  "'; DROP TABLE things; --",
  '%',
  '"',
  ' ',
  '\u2028',
  '007',
  '7',
  'true',
  'null',
];

export function contentContract(harness: () => StoreHarness): void {
  describe('what is stored', () => {
    it('may be called anything, and is found again under that and nothing else', async () => {
      const { store } = harness();
      await store.commit(
        oddTexts.map((text) => put(things, { school, id: text }, aThing({ owner: text, label: text }), 0)),
      );
      for (const text of oddTexts) {
        expect(await store.get(things, { school, id: text })).toMatchObject({ id: text, label: text });
        expect((await store.find(things, { where: { school, owner: text } })).items).toMatchObject([{ id: text }]);
      }
      for (const text of oddTexts) expect(await store.get(things, { school: text, id: text })).toBeUndefined();
    });

    it('pages through odd names without losing one', async () => {
      const { store } = harness();
      await store.commit(oddTexts.map((text) => put(things, { school, id: text }, aThing({ label: text }), 0)));
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await store.find(things, {
          where: { school },
          sort: { field: 'label' },
          limit: 1,
          ...(after && { after }),
        });
        seen.push(...page.items.map((item) => item.id));
        after = page.next;
      } while (after !== undefined);
      expect(seen.toSorted()).toEqual(oddTexts.toSorted());
    });

    it('keeps odd names and values inside a record', async () => {
      const { store } = harness();
      const json = JSON.stringify(oddTexts.map((text) => [text, `of ${text}`]));
      const notes: unknown = JSON.parse(
        `{"__proto__":"x","$set":{"a.b":null},"a\\u0000b":[1,-0.5,1e300,true,""],"":${json}}`,
      );
      await store.commit([put(things, { school, id: 'a' }, aThing({ notes }), 0)]);
      const stored = await store.get(things, { school, id: 'a' });
      expect(JSON.stringify(stored?.notes)).toBe(JSON.stringify(notes));
      expect(Object.getPrototypeOf(stored)).toBe(Object.prototype);
    });

    it('may be a megabyte', async () => {
      const { store } = harness();
      const notes = 'é👍'.repeat(200_000);
      await store.commit([put(things, { school, id: 'big' }, aThing({ notes }), 0)]);
      expect((await store.get(things, { school, id: 'big' }))?.notes).toBe(notes);
    });

    it('can not have a key that is empty or half a character', async () => {
      const { store } = harness();
      await expect(store.commit([put(things, { school, id: '' }, aThing(), 0)])).rejects.toThrow('key');
      await expect(store.commit([put(things, { school, id: '\ud800' }, aThing(), 0)])).rejects.toThrow('key');
    });

    it('is checked again when read: what no longer fits its schema is an error, not a surprise further in', async () => {
      const { store, tamper } = harness();
      await store.commit([put(things, { school, id: 'a' }, aThing(), 0)]);
      await tamper(things, { school, id: 'a' }, { owner: 'sam', rank: 'high' });
      await expect(store.get(things, { school, id: 'a' })).rejects.toThrow('things/a does not fit its schema');
      await expect(store.find(things, { where: { school } })).rejects.toThrow('schema');
    });
  });
}
