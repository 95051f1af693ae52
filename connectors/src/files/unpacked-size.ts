import { inflateRawSync } from 'node:zlib';

// The ZIP file format (PKWARE APPNOTE 6.3, §4.3.7 and §4.3.12): where a file's entry begins, and how it was packed.
const directoryEntry = Buffer.from('PK\u0001\u0002', 'latin1');
const stored = 0;

/**
 * How large the files in an archive really are together, or undefined beyond `most` and for what is no archive. Unpacks each file with a limit: what an
 * archive says of itself may be a lie, and a few kilobytes can hold gigabytes.
 */
export function unpackedSize(archive: Buffer, most: number): number | undefined {
  let total = 0;
  let entries = 0;
  for (let at = archive.indexOf(directoryEntry); at >= 0; at = archive.indexOf(directoryEntry, at + 4)) {
    const size = sizeOf(archive, at, most - total);
    if (size === undefined) return undefined;
    total += size;
    entries += 1;
  }
  return entries > 0 && total <= most ? total : undefined;
}

function sizeOf(archive: Buffer, at: number, most: number): number | undefined {
  try {
    const method = archive.readUInt16LE(at + 10);
    const packed = archive.readUInt32LE(at + 20);
    const local = archive.readUInt32LE(at + 42);
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(begin, begin + packed);
    if (method === stored || packed === 0) return bytes.length;
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) }).length;
  } catch {
    // Too large, or not what it says it is: both are refused.
    return undefined;
  }
}
