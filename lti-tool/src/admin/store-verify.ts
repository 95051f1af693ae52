import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { ProofReport } from '@buitenboord/shared/store/mongo/proof.js';

/** The folder of the project, whose tests are run. */
const root = join(import.meta.dirname, '../../..');

const Outcome = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), numRuntimeErrorTestSuites: z.int() });
const Counted = z.strictObject({
  changes: z.int(),
  kills: z.int(),
  lost: z.int(),
  stale: z.int(),
  duplicates: z.int(),
  stuck: z.int(),
});

/** Runs the contract of a store, files included, on the database of this URL, in throw-away databases of its own. */
export async function runContract(url: string): Promise<ProofReport['contract']> {
  const folder = await mkdtemp(join(tmpdir(), 'buitenboord-verify-'));
  const report = join(folder, 'contract.json');
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const tests = ['--selectProjects', 'contract', '--testPathPatterns', 'mongo-store|gridfs'];
  const options = [
    '--experimental-vm-modules',
    '--no-warnings',
    jest,
    '--forceExit',
    '--json',
    `--outputFile=${report}`,
  ];
  try {
    await run([...options, ...tests], { TEST_MONGODB_URL: url });
    const outcome = Outcome.parse(JSON.parse(await readFile(report, 'utf8')));
    return { passed: outcome.numPassedTests, failed: outcome.numFailedTests + outcome.numRuntimeErrorTestSuites };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs the campaign of docs/reliability.md on the database of this URL, in a throw-away database of its own. */
export async function runCampaign(url: string, minutes: number): Promise<ProofReport['campaign']> {
  const hook = join(root, 'test/support/typescript.mjs');
  const campaign = join(root, 'test/fault/outbox.ts');
  const own = ['--store', 'mongo', '--minutes', String(minutes), '--json'];
  const output = await run(['--no-warnings', '--import', hook, campaign, ...own], { TEST_MONGODB_URL: url });
  const last = output.trim().split('\n').at(-1) ?? '';
  return Counted.parse(JSON.parse(last));
}

function run(args: readonly string[], variables: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    // In a variable and not in the arguments: others on the machine see those.
    const env = { ...process.env, ...variables };
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', () => resolve(output));
  });
}
