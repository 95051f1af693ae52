import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { rulesOfModule, rulesPage, titlesIn, titlesOf } from '../../../scripts/rules-page.mjs';

const root = join(import.meta.dirname, '../../..');
const domain = join(root, 'shared/src/domain');

async function rulesInTheCode() {
  const found = readdirSync(domain).filter((concept) => existsSync(join(domain, concept, 'rules.ts')));
  return Promise.all(
    found.sort().map(async (concept) => {
      const module = (await import(join(domain, concept, 'rules.ts'))) as object;
      return { concept, rules: rulesOfModule(module) };
    }),
  );
}

describe('docs/rules.md', () => {
  let made: ReturnType<typeof rulesPage>;
  let concepts: Awaited<ReturnType<typeof rulesInTheCode>>;
  beforeAll(async () => {
    concepts = await rulesInTheCode();
    made = rulesPage(concepts, titlesIn(root));
  });

  it('is what `npm run rules` makes of the code and the tests as they are', () => {
    expect(readFileSync(join(root, 'docs/rules.md'), 'utf8')).toBe(made.page);
  });

  it('has a test for each rule, each rule once, and no title of a rule that isn’t there', () => {
    expect(made.complaints).toEqual([]);
  });

  it('has rules with an id of their concept, a sentence, a source and a day', () => {
    const rules = concepts.flatMap((each) => each.rules);
    expect(rules.length).toBeGreaterThan(0);
    for (const { id, says, source, readOn } of rules) {
      expect(id).toMatch(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/u);
      expect(says).toMatch(/\.$/u);
      expect(source).not.toBe('');
      expect(readOn).toMatch(/^\d{4}-\d\d-\d\d$/u);
    }
  });
});

describe('the page of rules', () => {
  const rule = { says: 'A sentence.', source: 'A law', readOn: '2026-11-24' } as const;
  const sure = { ...rule, id: 'thing.sure', confidence: 'high' } as const;
  const told = { ...rule, id: 'thing.told', confidence: 'medium' } as const;
  const concepts = [{ concept: 'thing', rules: [sure, told] }];
  // Put together, so that this file names no rule itself.
  const [so, said] = [`is so [${sure.id}]`, `[${told.id}] is said`];
  const titles = titlesOf('test/a.test.ts', `it('${so}', f); it("${said}", f); a['[thing.else]'];`);

  it('marks what isn’t certain and names the tests', () => {
    const { page, complaints } = rulesPage(concepts, titles);
    expect(complaints).toEqual([]);
    expect(page).toContain('### `thing.told` · ◐ medium');
    expect(page).not.toContain('### `thing.sure` ·');
    expect(page).toContain('Shown by `test/a.test.ts`: is so');
  });

  it('complains of a rule without a test, one that is there twice, and a title of no rule', () => {
    const twice = [{ concept: 'thing', rules: [sure, sure] }];
    expect(rulesPage(concepts, titles.slice(0, 1)).complaints).toEqual(['no test shows thing.told']);
    expect(rulesPage(twice, titles).complaints).toEqual([
      'thing.sure is there twice',
      'test/a.test.ts names thing.told, which is no rule',
    ]);
  });
});
