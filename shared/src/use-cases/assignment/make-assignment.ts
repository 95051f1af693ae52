import type { Assignment } from '../../domain/activity/assignment.js';
import { withoutExam } from '../../domain/assessment/without-exam.js';
import { newId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { contentHash } from '../../store/audit.js';
import { assignments } from '../../store/collections.js';
import { audit, put, type Store, type Stored } from '../../store/port.js';

interface Deps {
  store: Store;
  now: Clock;
}

export type AssignmentToMake = Omit<Assignment, 'state' | 'madeBy' | 'madeAt'>;

/** Puts an assignment in the school's bank, without its content when it is an exam; answers its id. */
export async function makeAssignment(deps: Deps, school: string, by: string, typed: AssignmentToMake): Promise<string> {
  const wanted = withoutExam(typed);
  const at = deps.now().toISOString();
  const id = newId();
  const assignment: Assignment = { ...wanted, state: 'bank', madeBy: by, madeAt: at };
  await deps.store.commit([
    put(assignments, { school, id }, assignment, 0),
    audit(school, {
      at,
      actor: by,
      action: 'assignment/made',
      object: `assignments/${id}`,
      after: contentHash(wanted),
    }),
  ]);
  return id;
}

/** The school's bank, by title. */
export async function assignmentBank(store: Store, school: string): Promise<Stored<Assignment, 'school'>[]> {
  const found: Stored<Assignment, 'school'>[] = [];
  const query = { where: { school, state: 'bank' as const }, sort: { field: 'title' as const } };
  for await (const assignment of store.each(assignments, query)) found.push(assignment);
  return found;
}
