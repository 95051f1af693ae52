import { maxPieceBytes, minPieceBytes } from '../../domain/evidence/limits.js';
import { Problem } from '../../problem.js';
import { uploads } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { change, type Store } from '../../store/port.js';
import type { PartialFiles } from '../../uploads/port.js';
import { getUpload } from './find-upload.js';
import type { WorkPlace } from './open-work.js';

interface Deps {
  store: Store;
  partialFiles: PartialFiles;
}

export interface PieceReceived {
  upload: string;
  offset: number;
  piece: Uint8Array;
}

/** Keeps the next piece of an upload. Pieces come in order: one for another place than where we are is refused with where we are. */
export async function receivePiece(deps: Deps, place: WorkPlace, input: PieceReceived): Promise<{ received: number }> {
  const { offset, piece } = input;
  return decideAgain(async () => {
    const upload = await getUpload(deps.store, place, input.upload);
    if (offset !== upload.received) throw new Problem('evidence/wrong-offset', { received: upload.received });
    const received = offset + piece.length;
    if (received > upload.bytes || piece.length > maxPieceBytes) {
      throw new Problem('evidence/too-large', { bytes: upload.bytes, received });
    }
    // Without a floor a file could come in a million pieces, each a file on disk.
    if (piece.length === 0 || (piece.length < minPieceBytes && received < upload.bytes)) {
      throw new Problem('request/bad-input', { bytes: piece.length, minPieceBytes });
    }
    // On disk before in the store: what we say we have, we have.
    await deps.partialFiles.keep(upload.id, offset, piece);
    await deps.store.commit([change(uploads, upload, { received })]);
    return { received };
  });
}
