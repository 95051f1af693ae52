import { fileKinds, type FileKind } from '../../domain/evidence/limits.js';
import type { Upload } from '../../domain/evidence/work.js';
import { isProblem, Problem } from '../../problem.js';
import { evidence, uploads } from '../../store/collections.js';
import { remove, type Stored } from '../../store/port.js';
import type { PartialFiles } from '../../uploads/port.js';
import { addEvidence, type AddEvidenceDeps } from './add-evidence.js';
import { getUpload } from './find-upload.js';
import type { WorkPlace } from './open-work.js';

interface Deps extends AddEvidenceDeps {
  partialFiles: PartialFiles;
}

export interface UploadToFinish {
  upload: string;
  /** Of the whole file, hex, as its sender computed it. */
  sha256: string;
}

/** Turns a whole upload into evidence. It counts only when length and SHA-256 are what the sender says. Finishing twice gives one file. */
export async function finishUpload(deps: Deps, place: WorkPlace, input: UploadToFinish): Promise<{ id: string }> {
  const known = await deps.store.get(evidence, { school: place.school, id: input.upload });
  if (known?.student === place.student) return { id: known.id };
  const upload = await getUpload(deps.store, place, input.upload);
  if (upload.received !== upload.bytes) {
    throw new Problem('evidence/incomplete', { received: upload.received, bytes: upload.bytes });
  }
  const whole = await deps.partialFiles.join(upload.id, upload.bytes);
  try {
    if (whole.sha256 !== input.sha256) throw new Problem('evidence/hash-mismatch', { upload: upload.id });
    const added = await addEvidence(deps, place, { id: upload.id, kind: fileKindOf(upload), whole });
    await deps.partialFiles.remove(upload.id);
    return added;
  } catch (error) {
    if (isUseless(error)) await letGo(deps, upload);
    throw error;
  } finally {
    await whole.discard();
  }
}

function fileKindOf(upload: Upload): FileKind {
  const kind = fileKinds.find((each) => each === upload.kind);
  if (!kind) throw new Problem('evidence/kind-not-asked', { kind: upload.kind });
  return kind;
}

// What we have will never become evidence: the sender begins anew. After a conflict or a full disk it may still.
function isUseless(error: unknown): boolean {
  return isProblem(error) && error.code.startsWith('evidence/');
}

async function letGo({ store, partialFiles }: Deps, upload: Stored<Upload, 'school'>): Promise<void> {
  try {
    await store.commit([remove(uploads, upload)]);
  } catch (error) {
    if (isProblem(error, 'store/conflict')) return;
    throw error;
  }
  await partialFiles.remove(upload.id);
}
