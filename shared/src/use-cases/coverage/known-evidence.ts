import type { Course } from '../../domain/activity/assignment.js';
import { activities, placements, works } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';

/** What the house knows by itself of a student and an elective: the company, and the works that were handed in, with the subtasks they cover. */
export interface KnownEvidence {
  company: string | undefined;
  works: readonly { work: string; activity: string; title: string; subtasks: readonly string[] }[];
}

/** By student, for the activities of a course that belong to an elective. */
export async function knownEvidence(
  store: Store,
  { school, id: course }: Pick<Stored<Course, 'school'>, 'school' | 'id'>,
  elective: string,
): Promise<(student: string) => KnownEvidence> {
  const companies = new Map<string, { name: string; at: string }>();
  const handedIn = new Map<string, KnownEvidence['works'][number][]>();
  for await (const { id, title, subtasks, ...activity } of store.each(activities, { where: { school, course } })) {
    if (activity.elective !== elective) continue;
    for await (const placement of store.each(placements, { where: { school, activity: id } })) {
      const known = companies.get(placement.student);
      // The company that was named last.
      if (!known || known.at < placement.namedAt)
        companies.set(placement.student, { name: placement.companyName, at: placement.namedAt });
    }
    for await (const { id: work, student, state } of store.each(works, { where: { school, activity: id } }))
      if (state !== 'open')
        handedIn.set(student, [...(handedIn.get(student) ?? []), { work, activity: id, title, subtasks }]);
  }
  return (student) => ({ company: companies.get(student)?.name, works: handedIn.get(student) ?? [] });
}
