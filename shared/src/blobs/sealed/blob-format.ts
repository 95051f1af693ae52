import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Problem } from '../../problem.js';

/*
 * A blob as it lies somewhere: a header, then the content in chunks, each sealed by itself so that a range can be read without the rest.
 *
 *   magic 4 · version 1 · salt 32 · content length 8 · seal 32 | chunk (64 KiB + tag 16) … last chunk (0–64 KiB + tag 16)
 *
 * Keys: HKDF-SHA256 of the school's key with the file's random salt. So no two files share a key, and a chunk's nonce may be its
 * number and whether it is the last (the STREAM construction: Hoang, Reyhanitabar, Rogaway, Vizár 2015): leaving out, cutting off and
 * reordering don't open. The header's seal covers school, name and length: a file under another name or school doesn't open either.
 */

export const chunkBytes = 64 * 1024;
export const saltBytes = 32;
export const headerBytes = 4 + 1 + saltBytes + 8 + 32;

const magic = Buffer.from('BTNB');
const version = 1;
const tagBytes = 16;
const algorithm = 'aes-256-gcm';

export interface FileKeys {
  content: Buffer;
  header: Buffer;
}

/** Whose content under which name. */
export interface BlobName {
  school: string;
  sha256: string;
}

/** The keys of one file. */
export function fileKeys(schoolKey: Buffer, salt: Uint8Array): FileKeys {
  const bytes = Buffer.from(hkdfSync('sha256', schoolKey, salt, `buitenboord/blob/v${version}`, 64));
  return { content: bytes.subarray(0, 32), header: bytes.subarray(32) };
}

/** The header, once name and length are known. */
export function headerOf(keys: FileKeys, salt: Uint8Array, name: BlobName, bytes: number): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(bytes));
  const open = Buffer.concat([magic, Buffer.of(version), salt, length]);
  return Buffer.concat([open, headerSeal(keys, open, name)]);
}

/** The salt of a header that nothing has verified yet; undefined when it is no header of ours. */
export function saltOf(header: Buffer): Buffer | undefined {
  const isOurs = header.length === headerBytes && header.subarray(0, 4).equals(magic) && header[4] === version;
  return isOurs ? header.subarray(5, 5 + saltBytes) : undefined;
}

/** The content's length as the header says; undefined when the header was changed or belongs to another name or school. */
export function verifiedLength(keys: FileKeys, header: Buffer, name: BlobName): number | undefined {
  const open = header.subarray(0, headerBytes - 32);
  const isWhole = timingSafeEqual(headerSeal(keys, open, name), header.subarray(headerBytes - 32));
  return isWhole ? Number(open.readBigUInt64BE(5 + saltBytes)) : undefined;
}

/** How many chunks a content of this length has; empty content has one, so that it too is sealed. */
export function chunkCount(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / chunkBytes));
}

/** The length of the whole, header included. */
export function fileBytes(bytes: number): number {
  return headerBytes + bytes + chunkCount(bytes) * tagBytes;
}

/** Where a chunk lies in the file. */
export function chunkPlace(index: number, bytes: number): { position: number; length: number; last: boolean } {
  const last = index === chunkCount(bytes) - 1;
  const length = (last ? bytes - index * chunkBytes : chunkBytes) + tagBytes;
  return { position: headerBytes + index * (chunkBytes + tagBytes), length, last };
}

export function sealChunk(keys: FileKeys, index: number, last: boolean, plain: Uint8Array): Buffer {
  const cipher = createCipheriv(algorithm, keys.content, chunkNonce(index, last), { authTagLength: tagBytes });
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The content of a chunk. Throws when it was changed, or isn't this chunk of this file. */
export function openChunk(keys: FileKeys, index: number, last: boolean, sealed: Buffer): Buffer {
  const decipher = createDecipheriv(algorithm, keys.content, chunkNonce(index, last), { authTagLength: tagBytes });
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagBytes)), decipher.final()]);
}

function chunkNonce(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function headerSeal(keys: FileKeys, open: Uint8Array, { school, sha256 }: BlobName): Buffer {
  return createHmac('sha256', keys.header)
    .update(open)
    .update(JSON.stringify([school, sha256]))
    .digest();
}

/** No dot, no slash, no NUL: a path outside the school's folder can't be written with these. */
const schoolPattern = /^[A-Za-z0-9_-]{1,64}$/u;
const sha256Pattern = /^[0-9a-f]{64}$/u;

/** Throws Problem `request/not-found` for what can't be a school. */
export function insistOnSchool(school: string): void {
  if (!schoolPattern.test(school)) throw new Problem('request/not-found', { kind: 'school' });
}

/** Throws Problem `request/not-found` for what can't be a school or a blob's name. */
export function insistOnName({ school, sha256 }: BlobName): void {
  insistOnSchool(school);
  if (!sha256Pattern.test(sha256)) throw new Problem('request/not-found', { kind: 'blob' });
}
