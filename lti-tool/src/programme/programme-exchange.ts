import { SloId } from '@buitenboord/shared/domain/programme/programme-records.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { Problem } from '@buitenboord/shared/problem.js';
import { courses } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { editionOfCohort } from '@buitenboord/shared/use-cases/programme/find-edition.js';
import type { VisitExchange } from '../web/routes.js';

export interface ProgrammeDeps {
  store: Store;
  now: Clock;
}

/** Everybody of the staff reads the programme. */
export const readers = ['teacher', 'placementCoordinator', 'examSecretary', 'schoolAdministrator'] as const;

/** The elective in an address. */
export function electiveOf({ req }: VisitExchange): string {
  const parsed = SloId.safeParse(req.params.elective);
  if (!parsed.success) throw new Problem('programme/elective-unknown');
  return parsed.data;
}

/** The edition that the visit's course works with, and the newest outside a course. */
export async function editionOf(store: Store, { visit }: VisitExchange): Promise<string | undefined> {
  const course = visit.course && (await store.get(courses, { school: visit.school, id: visit.course }));
  return editionOfCohort(store, visit.school, course ? course.cohort : undefined);
}
