/**
 * `npm run fault -- outbox [--seed N] [--minutes M] [--kills K] [--store sqlite|mongo] [--json]`: workers are killed, the platform fails in every way, clocks are set;
 * afterwards everything has to be there, once. The last line is the count; the exit code is 0 when nothing was lost, stale, twice or stuck.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

const [what, ...rest] = process.argv.slice(2);
if (what !== 'outbox') {
  console.error('usage: npm run fault -- outbox [--seed N] [--minutes M] [--kills K] [--store sqlite|mongo] [--json]');
  process.exit(2);
}
await prepare();
const hook = join(root, 'test/support/typescript.mjs');
const campaign = join(root, 'test/fault/outbox.ts');
spawn(process.execPath, ['--no-warnings', '--import', hook, campaign, ...rest], { cwd: root, stdio: 'inherit' }).on(
  'close',
  (code) => process.exit(code ?? 1),
);
