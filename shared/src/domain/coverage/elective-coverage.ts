import type { ElectiveSubtask } from '../programme/elective-programme.js';
import {
  isOpen,
  standingKinds,
  standingOfSubtask,
  type SubtaskStanding,
  type SubtaskStandingKind,
} from './standing.js';
import type { SubtaskCoverage } from './subtask-coverage.js';

export interface CoveredSubtask {
  subtask: ElectiveSubtask;
  standing: SubtaskStanding;
}

/** How far a student is with an elective: every subtask of the student's level, and nothing else. */
export interface ElectiveCoverage {
  rows: readonly CoveredSubtask[];
  counts: Readonly<Record<SubtaskStandingKind, number>>;
  done: number;
  /** What is left, in the order of the programme. */
  open: readonly CoveredSubtask[];
}

export function coverElective(
  subtasks: readonly ElectiveSubtask[],
  coverages: readonly Pick<SubtaskCoverage, 'subtask' | 'plan' | 'done'>[],
): ElectiveCoverage {
  const known = new Map(coverages.map((coverage) => [coverage.subtask, coverage]));
  const rows = subtasks.map((subtask) => ({ subtask, standing: standingOfSubtask(known.get(subtask.sloId)) }));
  const count = (kind: SubtaskStandingKind) => rows.filter(({ standing }) => standing.kind === kind).length;
  const open = rows.filter(({ standing }) => isOpen(standing));
  return {
    rows,
    counts: Object.fromEntries(standingKinds.map((kind) => [kind, count(kind)])) as ElectiveCoverage['counts'],
    done: rows.length - open.length,
    open,
  };
}

export type CompletionDecision = { kind: 'allowed' } | { kind: 'refused'; open: readonly CoveredSubtask[] };

/** An elective is complete when every subtask was done somewhere. One without known subtasks can't be: nobody could say what was covered. */
export function mayComplete({ rows, open }: ElectiveCoverage): CompletionDecision {
  return rows.length > 0 && open.length === 0 ? { kind: 'allowed' } : { kind: 'refused', open };
}
