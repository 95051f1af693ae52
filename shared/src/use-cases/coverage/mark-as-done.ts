import { schools } from '../../store/collections.js';
import type { Course } from '../../domain/activity/assignment.js';
import type { Store, Stored } from '../../store/port.js';
import { knownEvidence } from './known-evidence.js';
import type { MarkedCell } from './mark-subtasks.js';

/** What a teacher typed about many cells at once: what is empty is filled in for each student by what the house knows. */
export interface DoneTogether {
  where: 'company' | 'school';
  on: string;
  place: string;
  shownBy: string;
}

/** The same mark for many cells, each with its own company and works. */
export async function markAsDone(
  store: Store,
  course: Stored<Course, 'school'>,
  {
    elective,
    cells,
    done,
  }: { elective: string; cells: readonly Pick<MarkedCell, 'student' | 'subtask'>[]; done: DoneTogether },
): Promise<MarkedCell[]> {
  const known = await knownEvidence(store, course, elective);
  const school = (await store.get(schools, { id: course.school }))?.name ?? '';
  return cells.map(({ student, subtask }) => {
    const { company = '', works } = known(student);
    const place = done.place || (done.where === 'company' ? company : school.slice(0, 120));
    const covering = works.filter((work) => work.subtasks.includes(subtask)).map(({ work }) => work);
    return { student, subtask, mark: { kind: 'done', done: { ...done, place, works: covering } } };
  });
}
