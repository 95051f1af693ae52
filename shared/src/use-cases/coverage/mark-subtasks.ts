import type { Course } from '../../domain/activity/assignment.js';
import { CoverageDone, CoveragePlan, type SubtaskCoverage } from '../../domain/coverage/subtask-coverage.js';
import { dutchDay } from '../../domain/pta/school-year.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { subtaskCoverages } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, put, type Store, type Stored, type Write } from '../../store/port.js';
import { fixEdition } from '../programme/find-edition.js';
import { classCoverage, type ClassCoverage } from './class-coverage.js';
import { coverageKey } from './coverage-keys.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** What a teacher says of subtasks. */
export type Mark =
  | { kind: 'plan'; plan: CoveragePlan }
  | { kind: 'done'; done: Pick<CoverageDone, 'where' | 'on' | 'place' | 'shownBy' | 'works'> }
  /** Takes back what was done; the plan stays. A second time takes back the plan. */
  | { kind: 'undo' }
  /** These works don't show it. */
  | { kind: 'decline'; works: readonly string[] };

export interface MarkedCell {
  student: string;
  subtask: string;
  mark: Mark;
}

export interface Marking {
  actor: string;
  course: Stored<Course, 'school'>;
  elective: string;
  cells: readonly MarkedCell[];
}

/**
 * Writes what was said of subtasks, each with its audit entry, in one commit. Cells that aren't of this course, this elective and the student's
 * level are refused with all others. Throws `coverage/…`, `programme/elective-unknown`, `request/not-found`.
 */
export async function markSubtasks(deps: Deps, marking: Marking): Promise<void> {
  await decideAgain(() => markOnce(deps, marking));
}

async function markOnce({ store, now }: Deps, { actor, course, elective, cells }: Marking): Promise<void> {
  const { school } = course;
  if (cells.length === 0) throw new Problem('coverage/nothing-chosen');
  const at = now().toISOString();
  insistOnWhole(cells, { actor, at, today: dutchDay(now()) });
  insistOnOwn(await classCoverage(store, course, elective), cells);
  const writes: Write[] = [];
  for (const { student, subtask, mark } of cells) {
    const id = coverageKey(student, elective, subtask);
    const before = await store.get(subtaskCoverages, { school, id });
    const kept = before ? contentOf(before) : { student, elective, subtask, declined: [] };
    const after = marked(kept, mark, { actor, at });
    if (contentHash(after) === contentHash(kept)) continue;
    const fact = { at, actor, action: `coverage/${mark.kind}`, object: `subtaskCoverages/${id}` };
    writes.push(
      put(subtaskCoverages, { school, id }, after, before?.version ?? 0),
      audit(school, { ...fact, ...(before && { before: contentHash(kept) }), after: contentHash(after) }),
    );
  }
  if (writes.length === 0) return;
  await store.commit([...(await fixEdition(store, { school, cohort: course.cohort, actor, at })), ...writes]);
}

function contentOf(stored: Stored<SubtaskCoverage, 'school'>): SubtaskCoverage {
  const { school: _school, id: _id, version: _version, ...content } = stored;
  return content;
}

function marked(before: SubtaskCoverage, mark: Mark, { actor, at }: { actor: string; at: string }): SubtaskCoverage {
  switch (mark.kind) {
    case 'plan':
      return { ...before, plan: mark.plan };
    case 'done':
      // Said again the same, it stays said by who said it first.
      return before.done && saysTheSame(before.done, mark.done)
        ? before
        : { ...before, done: { ...mark.done, markedBy: actor, markedAt: at } };
    case 'undo': {
      const { done, plan: _plan, ...rest } = before;
      return done && before.plan ? { ...rest, plan: before.plan } : rest;
    }
    case 'decline':
      return { ...before, declined: [...new Set([...before.declined, ...mark.works])] };
  }
}

function saysTheSame(one: CoverageDone, other: Omit<CoverageDone, 'markedBy' | 'markedAt'>): boolean {
  const { where, on, place, shownBy, works } = one;
  return (
    contentHash([where, on, place, shownBy, works]) ===
    contentHash([other.where, other.on, other.place, other.shownBy, other.works])
  );
}

function insistOnWhole(
  cells: readonly MarkedCell[],
  { actor, at, today }: { actor: string; at: string; today: string },
): void {
  for (const { mark, subtask } of cells) {
    if (mark.kind === 'plan' && !CoveragePlan.safeParse(mark.plan).success)
      throw new Problem('coverage/not-whole', { subtask });
    if (mark.kind !== 'done') continue;
    const whole = CoverageDone.safeParse({ ...mark.done, markedBy: actor, markedAt: at });
    if (!whole.success) throw new Problem('coverage/not-whole', { subtask });
    if (mark.done.on > today) throw new Problem('coverage/in-future', { subtask });
  }
}

function insistOnOwn({ students }: ClassCoverage, cells: readonly MarkedCell[]): void {
  const known = new Map(students.map((student) => [student.student, student]));
  for (const { student, subtask } of cells) {
    const found = known.get(student);
    if (!found) throw new Problem('request/not-found', { subtask });
    if (found.choice?.state === 'completed') throw new Problem('coverage/completed', { subtask });
    if (!found.coverage.rows.some((row) => row.subtask.sloId === subtask))
      throw new Problem('request/not-found', { subtask });
  }
}
