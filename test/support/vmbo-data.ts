import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from '@jest/globals';

/** Where the public data on the vmbo is: beside the repository, unless VMBO_DATA_DIR names another place. Third parties' data, never copied in. */
export const vmboFolder = resolve(process.env.VMBO_DATA_DIR ?? join(import.meta.dirname, '../../../shared/data/vmbo'));

/** Runs with a file of the data; where it is absent the test says that it was skipped, and fails in CI. */
export function withVmboData(name: string, title: string, tests: (data: unknown) => void): void {
  const file = join(vmboFolder, name);
  if (existsSync(file)) return describe(title, () => tests(JSON.parse(readFileSync(file, 'utf8'))));
  const missing = `${title}: SKIPPED, no ${name} in VMBO_DATA_DIR`;
  if (process.env.CI !== 'true') return it.skip(missing, () => undefined);
  it(missing, () => {
    throw new Error(`${file} is missing`);
  });
}
