import type { GradeValue } from '../grade/grade-value.js';
import type { SubtaskCoverage } from './subtask-coverage.js';

/** A work of a student whose grade or judgement was settled, on an assignment that names subtasks. */
export interface SettledWork {
  student: string;
  work: string;
  subtasks: readonly string[];
  value: GradeValue;
  /** The day in the Netherlands on which it was settled. */
  on: string;
  /** Where it was made; absent when no company was named. */
  company?: string;
}

export interface CoverageProposal {
  student: string;
  subtask: string;
  work: string;
  on: string;
  company?: string;
}

/**
 * What a teacher may mark with one button: subtasks of works that were made and settled, that aren't done yet and weren't turned down before.
 * A low grade counts too, for coverage says that something came up, not how well; "not met", "to catch up" and an exemption don't.
 */
export function proposeCoverage(
  works: readonly SettledWork[],
  coverages: readonly SubtaskCoverage[],
): CoverageProposal[] {
  const known = new Map(coverages.map((coverage) => [`${coverage.student} ${coverage.subtask}`, coverage]));
  const proposed = new Set<string>();
  return works
    .filter(({ value }) => wasMade(value))
    .flatMap(({ student, work, subtasks, on, company }) =>
      subtasks.flatMap((subtask): CoverageProposal[] => {
        const key = `${student} ${subtask}`;
        const coverage = known.get(key);
        if (coverage?.done || coverage?.declined.includes(work) || proposed.has(key)) return [];
        proposed.add(key);
        return [{ student, subtask, work, on, ...(company !== undefined && { company }) }];
      }),
    );
}

function wasMade(value: GradeValue): boolean {
  switch (value.kind) {
    case 'tenths':
    case 'ordinal':
      return true;
    case 'met':
      return value.met;
    case 'catchUp':
    case 'exemption':
      return false;
  }
}
