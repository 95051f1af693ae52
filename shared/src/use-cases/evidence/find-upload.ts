import type { Upload } from '../../domain/evidence/work.js';
import { Problem } from '../../problem.js';
import { uploads } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';
import type { WorkPlace } from './open-work.js';

/** A student's own upload that is under way: how much has arrived. Another's doesn't exist for her. */
export async function getUpload(store: Store, place: WorkPlace, id: string): Promise<Stored<Upload, 'school'>> {
  const upload = await store.get(uploads, { school: place.school, id });
  if (upload?.startedBy !== place.student) throw new Problem('request/not-found', { upload: id });
  return upload;
}
