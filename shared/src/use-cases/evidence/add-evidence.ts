import type { Blobs } from '../../blobs/port.js';
import { judgeFile, type FileKind } from '../../domain/evidence/limits.js';
import type { Evidence } from '../../domain/evidence/work.js';
import type { Clock } from '../../ports/clock.js';
import type { Media, PreparedMedia } from '../../ports/media.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { evidence, uploads, works } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, put, remove, type Store, type Write } from '../../store/port.js';
import type { WholeFile } from '../../uploads/port.js';
import { filesOfWork } from './files-of-work.js';
import { openWork, type OpenedWork, type WorkPlace } from './open-work.js';
import { insistMay } from './work-standing.js';

export interface AddEvidenceDeps {
  store: Store;
  blobs: Blobs;
  media: Media;
  now: Clock;
}

export interface FileToAdd {
  /** The upload's id: it becomes the evidence's, so that one upload can become one piece of evidence only. */
  id: string;
  kind: FileKind;
  whole: WholeFile;
}

/** Makes a whole file safe, stores it, and adds it to the student's work. The same id again answers what is there. */
export async function addEvidence(deps: AddEvidenceDeps, place: WorkPlace, file: FileToAdd): Promise<{ id: string }> {
  await insistFits(deps, place, { kind: file.kind, bytes: file.whole.bytes });
  const prepared = await deps.media.prepare(file.whole, file.kind);
  const stored = await storeBlobs(deps.blobs, place.school, file.whole, prepared);
  return decideAgain(async () => {
    const key = { school: place.school, id: file.id };
    if (await deps.store.get(evidence, key)) return { id: file.id };
    const opened = await insistFits(deps, place, { kind: file.kind, bytes: file.whole.bytes });
    await deps.store.commit(await addingWrites(deps, opened, file.id, { kind: file.kind, ...stored }));
    return { id: file.id };
  });
}

/** Insists that one more file of this kind and size may be added to the work now. */
export async function insistFits(
  deps: Pick<AddEvidenceDeps, 'store' | 'now'>,
  place: WorkPlace,
  offered: { kind: FileKind; bytes: number },
): Promise<OpenedWork> {
  const opened = await openWork(deps, place);
  await insistMay(deps.store, 'add-file', opened.work);
  const decision = judgeFile(offered, opened.activity.evidence, await filesOfWork(deps.store, opened.work));
  if (decision.kind === 'refused') {
    throw new Problem(`evidence/${decision.because}`, { kind: offered.kind, bytes: offered.bytes });
  }
  return opened;
}

type StoredMedia = Pick<Evidence, 'blob' | 'bytes' | 'mediaType' | 'thumbnail' | 'width' | 'height'>;

async function storeBlobs(
  blobs: Blobs,
  school: string,
  whole: WholeFile,
  prepared: PreparedMedia,
): Promise<StoredMedia> {
  const { sha256, bytes } = await blobs.put(school, whole.read(prepared.path));
  const small = prepared.thumbnail && (await blobs.put(school, once(prepared.thumbnail)));
  return {
    blob: sha256,
    bytes,
    mediaType: prepared.mediaType,
    ...(small && { thumbnail: small.sha256 }),
    ...(prepared.width !== undefined && { width: prepared.width }),
    ...(prepared.height !== undefined && { height: prepared.height }),
  };
}

// eslint-disable-next-line @typescript-eslint/require-await -- the port takes what arrives over time
async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}

async function addingWrites(
  { store, now }: AddEvidenceDeps,
  { work }: OpenedWork,
  id: string,
  stored: StoredMedia & { kind: FileKind },
): Promise<Write[]> {
  const { school, activity, student } = work;
  const at = now().toISOString();
  const added: Evidence = { work: work.id, activity, student, ...stored, addedAt: at };
  const upload = await store.get(uploads, { school, id });
  return [
    put(evidence, { school, id }, added, 0),
    // The work changes with it: two files that finish at once are counted one after the other.
    change(works, work, { savedAt: at }),
    ...(upload ? [remove(uploads, upload)] : []),
    audit(school, {
      at,
      actor: student,
      action: 'evidence/added',
      object: `evidence/${id}`,
      after: contentHash(added),
    }),
  ];
}
