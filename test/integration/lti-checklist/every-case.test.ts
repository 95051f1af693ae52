import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const folder = join(import.meta.dirname, '.');
const cases = Array.from({ length: 110 }, (_none, index) => index + 1);

/** The titles of all tests in the folder, as they stand in the sources. */
async function titles(): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.test.ts') && name !== 'every-case.test.ts');
  const sources = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return sources.flatMap((source) =>
    [...source.matchAll(/\bit(?:\.each\([^)]*\))?\(\s*(['"`])(?<title>.+?)\1,/gsu)].map(
      ({ groups }) => groups?.title ?? '',
    ),
  );
}

describe('the checklist of the certification', () => {
  it('has each of its 110 cases as one named test', async () => {
    const numbers = (await titles())
      .flatMap((title) => /^(?<number>\d+)\. /u.exec(title)?.groups?.number ?? [])
      .map(Number);
    expect(numbers.toSorted((one, other) => one - other)).toEqual(cases);
  });

  it('names the section of the standard at the end of each', async () => {
    const numbered = (await titles()).filter((title) => /^\d+\. /u.test(title));
    expect(numbered.filter((title) => !/\([A-Z][\w .,;§-]*\)$/u.test(title))).toEqual([]);
  });
});
