import type { Visitor } from '@buitenboord/shared/domain/access/may-see-evidence.js';
import type { Visit } from '@buitenboord/shared/domain/visit/visit.js';
import { Problem } from '@buitenboord/shared/problem.js';
import type { Stored } from '@buitenboord/shared/store/port.js';
import type { WorkPlace } from '@buitenboord/shared/use-cases/evidence/open-work.js';

/** The visitor's own work: whose and on what comes from the visit, never from the address or the form. */
export function placeOfVisit(visit: Stored<Visit, 'school'>): WorkPlace {
  if (visit.activity === undefined) throw new Problem('launch/no-assignment', { visit: visit.id });
  return { school: visit.school, activity: visit.activity, student: visit.person };
}

export function visitorOf(visit: Stored<Visit, 'school'>): Visitor {
  return { person: visit.person, roles: visit.roles, course: visit.course };
}
