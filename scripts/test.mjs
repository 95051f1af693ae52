/** `npm test [-- jest arguments]`: everything, from a fresh clone. Skipped tests are counted and said aloud; on CI a skipped test is a failure. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

const browsers = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const chromium = browsers.find((path) => path && existsSync(path));

await prepare();
if (!chromium) {
  console.warn(
    'No Chromium found: the browser tests are skipped. Install it (Debian: apt install chromium) or set CHROMIUM_PATH.',
  );
}
if (!process.env.TEST_MONGODB_URL)
  console.log('SKIPPED: no real MongoDB. Its tests run on our double; TEST_MONGODB_URL names a replica set.');
const folder = mkdtempSync(join(tmpdir(), 'buitenboord-test-'));
const report = join(folder, 'report.json');
const code = await jest([...process.argv.slice(2), '--json', `--outputFile=${report}`]);
const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
rmSync(folder, { recursive: true });
if (!result) process.exit(code || 1);
process.exitCode = sayHowItWent(code, result);

function jest(args) {
  const bin = join(root, 'node_modules/jest/bin/jest.js');
  // A test that fails may leave a server open; that must not keep a run waiting for ever.
  const options = ['--experimental-vm-modules', '--no-warnings', bin, '--forceExit', ...args];
  const env = { ...process.env, ...(chromium && { CHROMIUM_PATH: chromium }) };
  // Jest prints its JSON on standard output too; people read standard error.
  const child = spawn(process.execPath, options, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve) => child.on('close', resolve));
}

function sayHowItWent(
  code,
  { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites, testResults },
) {
  const named = (word, which) => {
    for (const { assertionResults, name } of testResults) {
      for (const test of assertionResults.filter(which))
        console.log(`${word}  ${name.slice(root.length + 1)}: ${test.fullName}`);
    }
  };
  named('skipped', ({ status }) => status === 'pending');
  named('passed at the second attempt', ({ status, invocations }) => status === 'passed' && invocations > 1);
  console.log(
    `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed, ${numPendingTests} skipped`,
  );
  if (code !== 0) return code;
  if (process.env.CI && numPendingTests > 0) {
    console.error('On CI nothing may be skipped: install what is missing.');
    return 1;
  }
  return 0;
}
