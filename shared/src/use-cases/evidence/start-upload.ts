import { maxUploadsUnderWay, type FileOffered } from '../../domain/evidence/limits.js';
import { newId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { isProblem } from '../../problem.js';
import { uploads } from '../../store/collections.js';
import { put, remove, type Store } from '../../store/port.js';
import type { PartialFiles } from '../../uploads/port.js';
import { insistFits } from './add-evidence.js';
import type { WorkPlace } from './open-work.js';

interface Deps {
  store: Store;
  partialFiles: PartialFiles;
  now: Clock;
}

/** Begins an upload of a file that may be added. A student with many uploads under way loses the oldest: a page that was closed never ends its own. */
export async function startUpload(
  deps: Deps,
  place: WorkPlace,
  file: FileOffered,
): Promise<{ id: string; received: number }> {
  const { work } = await insistFits(deps, place, file);
  await letGoOfOldest(deps, place.school, work.id);
  const id = newId();
  const startedAt = deps.now().toISOString();
  const { kind, bytes } = file;
  await deps.store.commit([
    put(
      uploads,
      { school: place.school, id },
      { work: work.id, kind, bytes, received: 0, startedBy: place.student, startedAt },
      0,
    ),
  ]);
  return { id, received: 0 };
}

async function letGoOfOldest({ store, partialFiles }: Deps, school: string, work: string): Promise<void> {
  const { items } = await store.find(uploads, {
    where: { school, work },
    sort: { field: 'startedAt', descending: true },
  });
  for (const old of items.slice(maxUploadsUnderWay - 1)) {
    try {
      await store.commit([remove(uploads, old)]);
    } catch (error) {
      // It moved on meanwhile, so somebody is still busy with it.
      if (isProblem(error, 'store/conflict')) continue;
      throw error;
    }
    await partialFiles.remove(old.id);
  }
}
