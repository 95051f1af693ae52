import { Problem } from '../../problem.js';
import type { FileWindow } from '../file-window.js';

/** A box of an MP4 or MOV file (ISO/IEC 14496-12 §4.2): where it lies, and where its content begins. */
export interface Box {
  type: string;
  start: number;
  contentStart: number;
  end: number;
}

/** More than this is no video from a phone. */
const maxBoxes = 20_000;

/** The boxes between two places, in order. Throws Problem `evidence/unreadable` when their sizes don't fit. */
export async function boxesIn(file: FileWindow, from: number, to: number): Promise<Box[]> {
  const boxes: Box[] = [];
  let at = from;
  while (at < to) {
    // QuickTime may end a list with four zero bytes.
    if (to - at < 8) {
      if ((await file.read(at, to - at)).every((byte) => byte === 0)) break;
      throw malformed(at);
    }
    const box = await boxAt(file, at, to);
    boxes.push(box);
    if (boxes.length > maxBoxes) throw malformed(at);
    at = box.end;
  }
  return boxes;
}

async function boxAt(file: FileWindow, at: number, to: number): Promise<Box> {
  const header = await file.read(at, 16);
  if (header.length < 8) throw malformed(at);
  const type = header.toString('latin1', 4, 8);
  const { size, headerBytes } = sizeOf(header, { at, to, isTopLevel: to === file.size });
  if (size < headerBytes || at + size > to) throw malformed(at);
  return { type, start: at, contentStart: at + headerBytes, end: at + size };
}

function sizeOf(
  header: Buffer,
  place: { at: number; to: number; isTopLevel: boolean },
): { size: number; headerBytes: number } {
  const size = header.readUInt32BE(0);
  // 0: up to the end of the file, for the last box only.
  if (size === 0 && place.isTopLevel) return { size: place.to - place.at, headerBytes: 8 };
  if (size !== 1) return { size, headerBytes: 8 };
  if (header.length < 16) throw malformed(place.at);
  const large = header.readBigUInt64BE(8);
  if (large > BigInt(Number.MAX_SAFE_INTEGER)) throw malformed(place.at);
  return { size: Number(large), headerBytes: 16 };
}

/** Empties a box: it becomes free space of the same length, so that every offset in the file stays right. */
export async function voidBox(file: FileWindow, box: Box): Promise<void> {
  await file.write(box.start + 4, Buffer.from('free', 'latin1'));
  await file.wipe(box.contentStart, box.end - box.contentStart);
}

export function malformed(at: number): Problem {
  return new Problem('evidence/unreadable', { at });
}
