import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { StoreProof } from '../../ports/store-proof.js';

/** What `store verify` writes about a real cluster. One that stands in docs/proof is what the product may refer to. */
export const ProofReport = z.strictObject({
  format: z.literal('buitenboord-store-verify'),
  formatVersion: z.literal(1),
  at: z.iso.datetime(),
  server: z.strictObject({
    version: z
      .string()
      .max(50)
      .regex(/^\d+\.\d+/u),
    replicaSet: z.string().max(200),
  }),
  contract: z.strictObject({ passed: z.int().min(0), failed: z.int().min(0) }),
  campaign: z.strictObject({
    changes: z.int().min(0),
    kills: z.int().min(0),
    lost: z.int().min(0),
    stale: z.int().min(0),
    duplicates: z.int().min(0),
    stuck: z.int().min(0),
  }),
});
export type ProofReport = z.infer<typeof ProofReport>;

const reportPath = join(import.meta.dirname, '../../../../docs/proof/mongodb.json');

/** Reads how far it is proven from the repository. A report that can't be read, or that found something, proves nothing. */
export async function readMongoProof(path: string = reportPath): Promise<StoreProof> {
  const report = ProofReport.safeParse(await jsonIn(path));
  if (!report.success || !isClean(report.data)) return { kind: 'double' };
  return { kind: 'cluster', version: report.data.server.version, at: report.data.at };
}

/** Whether everything passed, and something was tried. */
export function isClean({ contract, campaign }: Pick<ProofReport, 'contract' | 'campaign'>): boolean {
  const { lost, stale, duplicates, stuck, kills } = campaign;
  return contract.passed > 0 && contract.failed === 0 && kills > 0 && lost + stale + duplicates + stuck === 0;
}

async function jsonIn(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}
