import { findElective } from './electives.js';
import type { ElectiveProgramme } from './elective-programme.js';

/** The programme of an elective that comes with the product: subtasks with short titles, no official texts. */
export function builtInProgramme(sloId: string): ElectiveProgramme | undefined {
  const elective = findElective(sloId);
  if (!elective) return undefined;
  const { sloPrefix, title, officialCode, profile, leerwegen, subtasks } = elective;
  return {
    ...{ sloId, sloPrefix, title, officialCode, profile },
    edition: null,
    tasks: [],
    subtasks: subtasks.map((subtask) => ({ ...subtask, officialTitle: null, leerwegen, targets: [] })),
  };
}
