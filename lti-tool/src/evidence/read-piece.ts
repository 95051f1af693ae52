import type { Readable } from 'node:stream';
import { maxPieceBytes } from '@buitenboord/shared/domain/evidence/limits.js';
import { Problem } from '@buitenboord/shared/problem.js';

/** A whole piece of an upload in memory. Cut off underway it is nothing: what arrived before this piece stays, and the sender goes on from there. */
export async function readPiece(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // Left alone when we stop reading, so that the sender hears why.
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxPieceBytes) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw new Problem('evidence/incomplete', { bytes }, { cause: error });
  }
  if (bytes > maxPieceBytes) throw new Problem('request/too-large', { bytes, maxPieceBytes });
  return Buffer.concat(chunks);
}
