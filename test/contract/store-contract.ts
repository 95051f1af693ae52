import { afterEach, beforeEach, describe } from '@jest/globals';
import { auditContract } from './store-audit-contract.js';
import { commitContract } from './store-commit-contract.js';
import { contentContract } from './store-content-contract.js';
import { durabilityContract } from './store-durability-contract.js';
import { queryContract } from './store-query-contract.js';
import { things, tickets, type OpenHarness, type StoreHarness } from './store-harness.js';

/** What every store promises (shared/src/store/port.ts), run against one adapter. */
export function storeContract(name: string, open: OpenHarness): void {
  describe(`the store on ${name}`, () => {
    let harness: StoreHarness;
    beforeEach(async () => {
      harness = await open([things, tickets]);
    });
    afterEach(() => harness.dispose());

    for (const part of [commitContract, queryContract, contentContract, auditContract, durabilityContract])
      part(() => harness);
  });
}
