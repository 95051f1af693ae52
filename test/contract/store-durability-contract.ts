import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from '@jest/globals';
import { verifyAuditChain } from '@buitenboord/shared/store/audit-chain.js';
import { identities } from '@buitenboord/shared/store/collections.js';
import { gathered, type StoreHarness } from './store-harness.js';

const school = 'school';
const here = import.meta.dirname;

/** The command line of a process that commits and acknowledges each commit with a line. */
export function committingChild(storeUrl: string, name: string, count: number): string[] {
  const hooks = join(here, '../support/typescript.mjs');
  return [process.execPath, '--import', hooks, join(here, 'committing-child.ts'), storeUrl, name, String(count)];
}

/** Runs it, kills it with SIGKILL after so many acknowledgements, and answers the last number it acknowledged. */
async function acknowledged(
  storeUrl: string,
  name: string,
  count: number,
  killAfter = Number.POSITIVE_INFINITY,
): Promise<number> {
  const [command = '', ...rest] = committingChild(storeUrl, name, count);
  const child = spawn(command, rest, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const exited = once(child, 'exit');
  let last = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (last >= killAfter) child.kill('SIGKILL');
  }
  await exited;
  return last;
}

export function durabilityContract(harness: () => StoreHarness): void {
  describe('after a process was killed', () => {
    it.each([1, 37, 230])(
      'holds everything that was acknowledged, each commit whole (killed after %d)',
      async (killAfter) => {
        const { storeUrl, openAnother } = harness();
        const last = await acknowledged(storeUrl, 'child', 100_000, killAfter);
        expect(last).toBeGreaterThanOrEqual(killAfter);
        expect(last).toBeLessThan(100_000);

        const store = await openAnother();
        const stored = await gathered(store.each(identities, { where: { school, person: 'child' } }));
        const ids = new Set(stored.map((identity) => identity.id));
        for (let number = 1; number <= last; number += 1) expect(ids.has(`child-${number}`)).toBe(true);
        // One audit entry in the same commit as each record: as many of one as of the other, or a commit was torn.
        expect(await verifyAuditChain(store, school)).toEqual({ kind: 'whole', entries: ids.size });
      },
    );

    it('keeps one audit chain while two processes write', async () => {
      const { storeUrl, openAnother } = harness();
      const both = await Promise.all([acknowledged(storeUrl, 'web', 300), acknowledged(storeUrl, 'worker', 300)]);
      expect(both).toEqual([300, 300]);
      expect(await verifyAuditChain(await openAnother(), school)).toEqual({ kind: 'whole', entries: 600 });
    });
  });
}
