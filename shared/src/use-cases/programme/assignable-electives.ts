import { electives } from '../../domain/programme/electives.js';
import type { ElectiveProgramme } from '../../domain/programme/elective-programme.js';
import { courses } from '../../store/collections.js';
import type { Store } from '../../store/port.js';
import { editionOfCohort } from './find-edition.js';
import { getElectiveProgramme } from './find-elective-programme.js';
import { offeringsOf } from './offerings.js';

/**
 * The electives that an assignment can belong to: what the school offers, and those that come with the product; only where the subtasks are known,
 * in the edition that the course works with.
 */
export async function assignableElectives(
  store: Store,
  { school, course: id }: { school: string; course?: string | undefined },
): Promise<ElectiveProgramme[]> {
  const course = id === undefined ? undefined : await store.get(courses, { school, id });
  const edition = await editionOfCohort(store, school, course?.cohort);
  const offered = [...(await offeringsOf(store, school)).values()].filter((offering) => offering.offered);
  const ids = new Set([...offered.map(({ elective }) => elective), ...electives.map(({ sloId }) => sloId)]);
  const programmes = await Promise.all([...ids].map((elective) => getElectiveProgramme(store, { elective, edition })));
  return programmes.filter(({ subtasks }) => subtasks.length > 0);
}
