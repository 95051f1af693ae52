import { chunkBytes } from './blob-format.js';

/** Content in chunks of 64 KiB in one buffer that is used again: done with a chunk before asking for the next. */
export async function* inChunks(
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ plain: Buffer; index: number; last: boolean }> {
  const buffer = Buffer.allocUnsafe(chunkBytes);
  let filled = 0;
  let index = 0;
  for await (const part of content) {
    for (let offset = 0; offset < part.length;) {
      // A full chunk waits for one more byte: only the end tells which chunk is the last.
      if (filled === chunkBytes) {
        yield { plain: buffer, index: index++, last: false };
        filled = 0;
      }
      const taken = part.subarray(offset, offset + chunkBytes - filled);
      buffer.set(taken, filled);
      filled += taken.length;
      offset += taken.length;
    }
  }
  yield { plain: buffer.subarray(0, filled), index, last: true };
}
