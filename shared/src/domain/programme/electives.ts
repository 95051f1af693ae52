import { findNationalElective } from './national-electives.js';
import { vocationalElectives } from './vocational-electives.js';
import type { Elective, Subtask } from './elective.js';

/** The electives that come with the product; a school's other electives come with an import. */
export const electives: readonly Elective[] = vocationalElectives;

/** The elective with this SLO id. */
export function findElective(sloId: string): Elective | undefined {
  return electives.find((elective) => elective.sloId === sloId);
}

/** The name of an elective, also of one that is known by name only. */
export function titleOfElective(sloId: string | undefined): string | undefined {
  return sloId === undefined ? undefined : (findElective(sloId) ?? findNationalElective(sloId))?.title;
}

/** The subtask with this SLO id, and the elective it belongs to. */
export function findSubtask(sloId: string): { elective: Elective; subtask: Subtask } | undefined {
  for (const elective of electives) {
    const subtask = elective.subtasks.find((part) => part.sloId === sloId);
    if (subtask) return { elective, subtask };
  }
  return undefined;
}
