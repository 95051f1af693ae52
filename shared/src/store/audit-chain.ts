import { auditId, chainEntry, chainStart } from './audit.js';
import { auditEntries } from './collections.js';
import type { Store } from './port.js';

export type ChainVerdict = { kind: 'whole'; entries: number } | { kind: 'broken'; at: number };

/**
 * Follows a school's audit chain from its start and says where it was changed: an entry altered, left out or put in between.
 * Entries cut off at the end leave a shorter chain that is whole: only a count or a hash kept elsewhere (a backup) shows that.
 */
export async function verifyAuditChain(store: Store, school: string): Promise<ChainVerdict> {
  let before = { sequence: 0, hash: chainStart };
  for await (const entry of store.each(auditEntries, { where: { school } })) {
    const { id, sequence, previous, hash, ...fact } = entry;
    const expected = chainEntry(before, fact);
    const stands = id === auditId(expected.sequence) && sequence === expected.sequence;
    const fits = previous === expected.previous && hash === expected.hash;
    if (!stands || !fits) return { kind: 'broken', at: expected.sequence };
    before = expected;
  }
  return { kind: 'whole', entries: before.sequence };
}
