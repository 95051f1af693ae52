import { uploadKeptMs } from '../../domain/evidence/limits.js';
import type { Clock } from '../../ports/clock.js';
import { schools, uploads } from '../../store/collections.js';
import type { Store } from '../../store/port.js';
import type { PartialFiles } from '../../uploads/port.js';

interface Deps {
  store: Store;
  partialFiles: PartialFiles;
  now: Clock;
}

/** Lets go of uploads that nobody finished within two days. For a housekeeping round, now and then. */
export async function sweepUploads({ store, partialFiles, now }: Deps): Promise<{ uploads: number }> {
  const before = new Date(now().getTime() - uploadKeptMs);
  let forgotten = 0;
  for await (const school of store.each(schools, { where: {} })) {
    const range = { field: 'startedAt', below: before.toISOString() } as const;
    forgotten += await store.forget(uploads, { where: { school: school.id }, range });
  }
  await partialFiles.sweep(before);
  return { uploads: forgotten };
}
