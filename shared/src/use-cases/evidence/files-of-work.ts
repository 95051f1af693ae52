import type { Evidence } from '../../domain/evidence/work.js';
import { evidence } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';

export interface FilesOfWork {
  /** In the order they were added. */
  present: readonly Stored<Evidence, 'school'>[];
  everAdded: number;
  /** Also those that were taken out: earlier versions may hold them. */
  ever: readonly Stored<Evidence, 'school'>[];
}

/** The files of a work that are in it now, and how many were ever added. */
export async function filesOfWork(store: Store, work: { school: string; id: string }): Promise<FilesOfWork> {
  const { items } = await store.find(evidence, { where: { school: work.school, work: work.id }, limit: 500 });
  const present = items.filter(({ removedAt }) => removedAt === undefined);
  return { present: [...present].sort(byAge), everAdded: items.length, ever: items };
}

/** In the order in which they were added: the order of the student’s story. */
export function byAge(one: Stored<Evidence, 'school'>, other: Stored<Evidence, 'school'>): number {
  return one.addedAt.localeCompare(other.addedAt) || one.id.localeCompare(other.id);
}
