/**
 * Makes a fresh clone ready: checks Node, installs what is missing, builds what has changed. Called by every command people type; does nothing in
 * a few milliseconds when there is nothing to do. Uses nothing but Node, because nothing else may be there yet.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamps = join(root, 'node_modules', '.buitenboord');
const sources = ['shared/src', 'connectors/src', 'lti-tool/src', 'test/practice-lms'];

/** Installs and builds what is missing. Two commands at once on a fresh clone: the second waits for the first. */
export async function prepare() {
  refuseOldNode();
  if (isInstalled() && isBuilt()) return;
  const release = await takeTurn();
  try {
    await installIfNeeded();
    await buildIfNeeded();
  } finally {
    release();
  }
}

const lock = join(root, '.preparing');
const lockIsStaleMs = 15 * 60_000;

async function takeTurn() {
  for (;;) {
    try {
      mkdirSync(lock);
      const release = () => rmSync(lock, { recursive: true, force: true });
      process.once('exit', release);
      return release;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const age = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0;
      if (age > lockIsStaleMs) rmSync(lock, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node ${process.versions.node} is too old. Buitenboord needs Node 20.19 or later; 24 is recommended.`);
  process.exit(1);
}

/** The lock file, and the Node it was installed for: a native module of another Node doesn't load. */
function wantedInstallation() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return { lock: createHash('sha256').update(lock).digest('hex'), modules: process.versions.modules };
}

const installedStamp = join(stamps, 'installed.json');

function foundInstallation() {
  return existsSync(installedStamp) ? JSON.parse(readFileSync(installedStamp, 'utf8')) : undefined;
}

function isInstalled() {
  const [found, wanted] = [foundInstallation(), wantedInstallation()];
  return found?.lock === wanted.lock && found.modules === wanted.modules;
}

async function installIfNeeded() {
  if (isInstalled()) return;
  const [found, wanted] = [foundInstallation(), wantedInstallation()];
  console.log('Installing packages. The first time takes a few minutes: the embedded database (better-sqlite3) is');
  console.log(
    'compiled when no ready-made build can be downloaded, which takes about 100 s and needs python3, make and g++.',
  );
  // Not `npm ci`: it refuses a lock file that lacks the optional binaries of other systems. The lock is followed, and not rewritten.
  await run('npm', ['install', '--no-save', '--no-fund', '--no-audit'], 'installing');
  if (found && found.modules !== wanted.modules)
    await run('npm', ['rebuild', 'better-sqlite3'], 'compiling for this Node');
  mkdirSync(stamps, { recursive: true });
  writeFileSync(installedStamp, JSON.stringify(wanted));
}

const builtStamp = join(stamps, 'built');

function isBuilt() {
  const built = existsSync(builtStamp) ? statSync(builtStamp).mtimeMs : 0;
  const complete = ['shared', 'connectors', 'lti-tool', 'test/practice-lms'].every((name) =>
    existsSync(join(root, name, 'dist')),
  );
  return complete && sources.every((folder) => newest(join(root, folder)) < built);
}

async function buildIfNeeded() {
  if (isBuilt()) return;
  const startedAt = new Date();
  await run('npm', ['run', '--silent', 'build'], 'building');
  mkdirSync(stamps, { recursive: true });
  // What was saved while it was being built is built the next time.
  writeFileSync(builtStamp, startedAt.toISOString());
  utimesSync(builtStamp, startedAt, startedAt);
}

function newest(path) {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  const inside = readdirSync(path).filter(
    (name) => name !== 'dist' && name !== 'node_modules' && !name.endsWith('.tsbuildinfo'),
  );
  return Math.max(info.mtimeMs, ...inside.map((name) => newest(join(path, name))));
}

/** Runs a command, says every ten seconds that it is still busy, and shows its output when it fails. */
async function run(command, args, doing) {
  const startedAt = Date.now();
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const output = [];
  child.stdout.on('data', (part) => output.push(part));
  child.stderr.on('data', (part) => output.push(part));
  const ticker = setInterval(
    () => console.log(`… still ${doing}, ${Math.round((Date.now() - startedAt) / 1000)} s`),
    10_000,
  );
  const code = await new Promise((resolve) => child.on('close', resolve).on('error', () => resolve(1)));
  clearInterval(ticker);
  if (code === 0) return;
  console.error(Buffer.concat(output).toString());
  console.error(
    `${command} ${args.join(' ')} failed. If better-sqlite3 could not be compiled: install python3, make and g++ and try again.`,
  );
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await prepare();
