import { maxFileBytes, maxPieceBytes, type FileKind } from '../../domain/evidence/limits.js';
import { newId } from '../../ids.js';
import { Problem } from '../../problem.js';
import type { PartialFiles } from '../../uploads/port.js';
import { addEvidence, insistFits, type AddEvidenceDeps } from './add-evidence.js';
import type { WorkPlace } from './open-work.js';

interface Deps extends AddEvidenceDeps {
  partialFiles: PartialFiles;
}

export interface FileSent {
  kind: FileKind;
  /** Throws when the connection broke: then nothing is added. */
  content: AsyncIterable<Uint8Array>;
}

/** Adds a file that came in one go, from a form without script. An empty one, as a form sends for a field left alone, is none. */
export async function addFile(
  deps: Deps,
  place: WorkPlace,
  { kind, content }: FileSent,
): Promise<{ id: string } | undefined> {
  await insistFits(deps, place, { kind, bytes: 0 });
  const upload = newId();
  try {
    const bytes = await keepAll(deps.partialFiles, upload, content, maxFileBytes[kind]);
    if (bytes === 0) return undefined;
    const whole = await deps.partialFiles.join(upload, bytes);
    try {
      return await addEvidence(deps, place, { id: upload, kind, whole });
    } finally {
      await whole.discard();
    }
  } finally {
    await deps.partialFiles.remove(upload);
  }
}

async function keepAll(
  files: PartialFiles,
  upload: string,
  content: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<number> {
  let kept = 0;
  for await (const piece of inPieces(content)) {
    if (kept + piece.length > maxBytes) throw new Problem('evidence/too-large', { maxBytes });
    await files.keep(upload, kept, piece);
    kept += piece.length;
  }
  return kept;
}

async function* inPieces(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of content) {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes < maxPieceBytes) continue;
    yield Buffer.concat(waiting);
    [waiting, bytes] = [[], 0];
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}
