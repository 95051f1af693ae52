import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AuditFact } from './port.js';

/** One link of a school's hash chain. Who, what, when, which object, before and after as hashes; no content. */
export const AuditEntry = z.strictObject({
  sequence: z.int().min(1),
  at: z.iso.datetime(),
  actor: z.string(),
  action: z.string(),
  object: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
  previous: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** Where a chain begins: what the first entry names as previous. */
export const chainStart = '0'.repeat(64);

/** Chains a fact to the entry before it: the hash covers the fact, its number and the previous hash. Pure. */
export function chainEntry(before: Pick<AuditEntry, 'sequence' | 'hash'> | undefined, fact: AuditFact): AuditEntry {
  const sequence = (before?.sequence ?? 0) + 1;
  const previous = before?.hash ?? chainStart;
  const covered = [
    sequence,
    previous,
    fact.at,
    fact.actor,
    fact.action,
    fact.object,
    fact.before ?? '',
    fact.after ?? '',
  ];
  const hash = createHash('sha256').update(JSON.stringify(covered)).digest('hex');
  return { ...fact, sequence, previous, hash };
}

/** The id of an entry: its number, padded so that ids sort as numbers do. */
export function auditId(sequence: number): string {
  return String(sequence).padStart(12, '0');
}

/** A hash of a record's content, for an audit fact's `before` and `after`. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
