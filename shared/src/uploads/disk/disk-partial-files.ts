import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Signer } from '../../ports/vault.js';
import { Problem } from '../../problem.js';
import type { PartialFiles } from '../port.js';
import { openPiece, sealPiece } from './piece-cipher.js';
import { writeDurably } from './write-durably.js';

export interface DiskPartialFilesOptions {
  /** Holds `pieces/` (encrypted) and `whole/` (in the clear, for seconds). */
  folder: string;
  signer: Signer;
}

/** Pieces on local disk: a folder an upload, a file a piece named by its offset, encrypted with a key of the upload's own. */
export function createDiskPartialFiles({ folder, signer }: DiskPartialFilesOptions): PartialFiles {
  const pieces = join(folder, 'pieces');
  const whole = join(folder, 'whole');
  const folderOf = (upload: string): string => join(pieces, checkedId(upload));

  return {
    async keep(upload, offset, piece) {
      await mkdir(folderOf(upload), { recursive: true, mode: 0o700 });
      const sealed = sealPiece(keyOf(signer, upload), placeOf(upload, offset), piece);
      await writeDurably(join(folderOf(upload), pieceName(offset)), sealed);
    },

    async join(upload, bytes) {
      const key = keyOf(signer, upload);
      const from = folderOf(upload);
      await mkdir(whole, { recursive: true, mode: 0o700 });
      const own = await mkdtemp(join(whole, 'file-'));
      const discard = (): Promise<void> => rm(own, { recursive: true, force: true });
      try {
        const path = join(own, 'received');
        const sha256 = await joinPieces({ upload, key, from, to: path, bytes });
        return { path, bytes, sha256, read: (wanted) => createReadStream(wanted), discard };
      } catch (error) {
        await discard();
        throw error;
      }
    },

    remove: (upload) => rm(folderOf(upload), { recursive: true, force: true }),

    async sweep(before) {
      const swept = await Promise.all([pieces, whole].map((each) => sweepFolder(each, before)));
      return swept.reduce((total, count) => total + count, 0);
    },
  };
}

// The id becomes a folder's name: nothing but an id of ours may.
function checkedId(upload: string): string {
  if (!/^[\w-]{22}$/u.test(upload)) throw new Problem('request/not-found');
  return upload;
}

const placeOf = (upload: string, offset: number): string => `${upload}:${offset}`;
const pieceName = (offset: number): string => `${String(offset).padStart(12, '0')}.piece`;
// A signature for a purpose of its own is a key that only this installation can make again; nothing to keep beside the pieces.
function keyOf(signer: Signer, upload: string): Buffer {
  return createHash('sha256').update(signer.sign('upload-key', upload)).digest();
}

interface Joining {
  upload: string;
  key: Buffer;
  from: string;
  to: string;
  bytes: number;
}

async function joinPieces({ upload, key, from, to, bytes }: Joining): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(to, 'wx', 0o600);
  try {
    let offset = 0;
    while (offset < bytes) {
      const stored = await readIfThere(join(from, pieceName(offset)));
      if (!stored) throw new Problem('evidence/incomplete', { upload, received: offset, bytes });
      const piece = openPiece(key, placeOf(upload, offset), stored);
      if (piece.length === 0) break;
      hash.update(piece);
      await file.writeFile(piece);
      offset += piece.length;
    }
    if (offset !== bytes) throw new Problem('evidence/incomplete', { upload, received: offset, bytes });
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function sweepFolder(folder: string, before: Date): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  let swept = 0;
  for (const name of names) {
    const path = join(folder, name);
    const touched = await stat(path).catch(() => undefined);
    if (!touched || touched.mtime >= before) continue;
    await rm(path, { recursive: true, force: true });
    swept += 1;
  }
  return swept;
}
