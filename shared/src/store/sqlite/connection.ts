import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { Database } from './driver.js';

export type Connection = Sqlite.Database;

/** Two connections that write one WAL could corrupt it up to 3.51.2; server and worker are exactly that (sqlite.org, "WAL-reset bug"). */
const safeVersion = [3, 51, 3] as const;

/** Magic numbers of statfs(2): NFS, SMB, CIFS, SMB2. Their locks and their shared memory don't keep WAL's promises (sqlite.org/wal.html §1). */
const networkFileSystems = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42]);

/** Opens a database file with our promises switched on, and refuses where they can't be kept. */
export async function openConnection(path: string): Promise<Connection> {
  if (path !== ':memory:') await insistOnLocalDisk(dirname(path));
  const connection = new Database(path, { timeout: 5000 });
  try {
    insistOnVersion(String(connection.prepare('SELECT sqlite_version()').pluck().get()));
    switchOnPromises(connection);
    insistOnHealth(connection);
    return connection;
  } catch (error) {
    connection.close();
    throw isDamage(error) ? new Error(damaged(error.message), { cause: error }) : error;
  }
}

/** Throws when this SQLite may corrupt a file that two processes write. */
export function insistOnVersion(version: string): void {
  const parts = version.split('.').map(Number);
  for (const [index, needed] of safeVersion.entries()) {
    const found = parts[index] ?? 0;
    if (found > needed) return;
    if (found < needed)
      throw new Error(`SQLite ${version} is too old: ${safeVersion.join('.')} or newer is needed. Run npm ci again.`);
  }
}

/** True for the file systems whose locks SQLite can't rely on. */
export function isNetworkFileSystem(type: number): boolean {
  return networkFileSystems.has(type >>> 0);
}

async function insistOnLocalDisk(folder: string): Promise<void> {
  const { type } = await statfs(folder);
  if (isNetworkFileSystem(type))
    throw new Error(
      `${folder} is on a network file system, where SQLite’s locks can’t be relied on and grades could be lost. Move the database to a disk of this machine and name that folder in STORE_URL.`,
    );
}

function switchOnPromises(connection: Connection): void {
  connection.pragma('busy_timeout = 5000');
  const journal = connection.pragma('journal_mode = WAL', { simple: true });
  if (journal !== 'wal' && !connection.memory)
    throw new Error(`The database can't use a write-ahead log here (journal_mode is ${String(journal)}).`);
  // Explicitly: better-sqlite3 is compiled to sync a WAL as NORMAL, whatever this pragma answers before it was set. NORMAL may lose a commit with the power.
  connection.pragma('synchronous = FULL');
  // 32 MB of log before it moves into the file: a checkpoint stops the house for as long as the disk needs, and every 4 MB was ten times a second under load.
  connection.pragma('wal_autocheckpoint = 8000');
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
}

function insistOnHealth(connection: Connection): void {
  const verdict = connection.pragma('quick_check(1)', { simple: true });
  if (verdict !== 'ok') throw new Error(damaged(String(verdict)));
}

function isDamage(error: unknown): error is Error {
  // By its code and not by its class: the two drivers each have one of their own.
  return /^SQLITE_(NOTADB|CORRUPT)/u.test(String((error as { code?: unknown } | undefined)?.code));
}

function damaged(how: string): string {
  return `The database file is damaged (${how}). Keep a copy of it, put the newest backup in its place and start again (docs/operations.md, Backup and restore).`;
}

/** Moves the log into the file and closes: what is left is one file. Closing twice is fine. */
export function closeConnection(connection: Connection): void {
  if (!connection.open) return;
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
}

/** Lets SQLite count which index finds the fewest records; it looks at a sample, and only where a table has grown much (sqlite.org/lang_analyze.html). */
export function refreshStatistics(connection: Connection): void {
  connection.pragma('analysis_limit = 400');
  connection.pragma('optimize = 0x10002');
}
