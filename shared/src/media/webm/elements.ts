import { Problem } from '../../problem.js';
import type { FileWindow } from '../file-window.js';

/** An element of a WebM file (RFC 8794, RFC 9559). `end` is undefined when its size is unknown, as a browser records. */
export interface Element {
  id: number;
  start: number;
  contentStart: number;
  end: number | undefined;
}

/** The element at a place, at most up to `to`. */
export async function elementAt(file: FileWindow, at: number, to: number): Promise<Element> {
  const head = await file.read(at, 12);
  const idBytes = lengthOf(head[0], 4, at);
  const sizeBytes = lengthOf(head[idBytes], 8, at);
  if (head.length < idBytes + sizeBytes) throw malformed(at);
  const contentStart = at + idBytes + sizeBytes;
  const size = sizeIn(head.subarray(idBytes, idBytes + sizeBytes));
  const end = size === undefined ? undefined : contentStart + size;
  if ((end ?? contentStart) > to) throw malformed(at);
  return { id: head.readUIntBE(0, idBytes), start: at, contentStart, end };
}

// The number of leading zero bits says how many bytes follow.
function lengthOf(first: number | undefined, most: number, at: number): number {
  const length = first === undefined ? 9 : Math.clz32(first) - 23;
  if (length > most) throw malformed(at);
  return length;
}

function sizeIn(coded: Buffer): number | undefined {
  const marker = 1 << (8 - coded.length);
  const bytes = Buffer.from(coded);
  bytes[0] = (bytes[0] ?? 0) & (marker - 1);
  const isUnknown = bytes[0] === marker - 1 && bytes.subarray(1).every((byte) => byte === 0xff);
  if (isUnknown) return undefined;
  return bytes.reduce((size, byte) => size * 256 + byte, 0);
}

const voidId = 0xec;

/** Empties an element: it becomes a Void element of the same length, so that every position in the file stays right. */
export async function voidElement(file: FileWindow, { start, end }: { start: number; end: number }): Promise<void> {
  const total = end - start;
  const sizeBytes = total < 9 ? 1 : 8;
  const size = total - 1 - sizeBytes;
  const head = Buffer.alloc(1 + sizeBytes);
  head.writeUInt8(voidId, 0);
  if (sizeBytes === 1) head.writeUInt8(0x80 | size, 1);
  else head.writeBigUInt64BE((1n << 56n) | BigInt(size), 1);
  await file.write(start, head);
  await file.wipe(start + head.length, size);
}

export function malformed(at: number): Problem {
  return new Problem('evidence/unreadable', { at });
}
