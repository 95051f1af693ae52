import type { TakeOverBatch } from '../delivery/delivery.js';
import type { GradeValue } from './grade-value.js';
import type { SettledGrade } from './settled-grade.js';

/** What changed since the list was last confirmed. `withdrawn`: it was on that list and isn't this course's any more. */
export type TakeOverMark = 'new' | 'changed' | 'withdrawn' | 'same';

/** One line of the list: the newest revision of a settled grade. */
export interface TakeOverRow {
  gradeKey: string;
  student: string;
  attempt: number;
  value: GradeValue;
  settledAt: string;
  revision: number;
  mark: TakeOverMark;
  /** When somebody confirmed to have taken over exactly this revision. */
  takenOverAt?: string;
}

type Confirmed = Pick<TakeOverBatch, 'rows' | 'confirmedAt'>;

/**
 * The list of a course and a component. `revisions` are those of the component in every course of the school: a grade that was settled anew in another
 * course belongs there now. `last` is the newest confirmed list of this course and component.
 */
export function takeOverRows(
  revisions: readonly SettledGrade[],
  course: string,
  last: Confirmed | undefined,
): TakeOverRow[] {
  const confirmed = new Map(last?.rows.map(({ gradeKey, revision }) => [gradeKey, revision]));
  const rows: TakeOverRow[] = [];
  for (const grade of newestOf(revisions)) {
    const before = confirmed.get(grade.gradeKey);
    if (grade.course !== course && before === undefined) continue;
    const { gradeKey, student, attempt, value, settledAt, revision } = grade;
    const mark = grade.course === course ? markOf(revision, before) : 'withdrawn';
    const takenOver = mark === 'same' && last ? { takenOverAt: last.confirmedAt } : {};
    rows.push({ gradeKey, student, attempt, value, settledAt, revision, mark, ...takenOver });
  }
  return rows;
}

/** The newest revision of each grade. */
export function newestOf(revisions: readonly SettledGrade[]): SettledGrade[] {
  const newest = new Map<string, SettledGrade>();
  for (const grade of revisions) {
    const known = newest.get(grade.gradeKey);
    if (!known || known.revision < grade.revision) newest.set(grade.gradeKey, grade);
  }
  return [...newest.values()];
}

function markOf(revision: number, before: number | undefined): TakeOverMark {
  if (before === undefined) return 'new';
  return before === revision ? 'same' : 'changed';
}

/** What somebody confirms: each line that was shown with its revision; a line that left the list counts as 0. */
export function shownRows(rows: readonly TakeOverRow[]): { gradeKey: string; revision: number }[] {
  return rows.map(({ gradeKey, revision, mark }) => ({ gradeKey, revision: mark === 'withdrawn' ? 0 : revision }));
}

/** Whether two lists hold the same revisions, in whatever order. */
export function sameRows(
  one: readonly { gradeKey: string; revision: number }[],
  other: readonly { gradeKey: string; revision: number }[],
): boolean {
  const keyed = (rows: typeof one) => new Set(rows.map(({ gradeKey, revision }) => `${gradeKey} ${revision}`));
  const [left, right] = [keyed(one), keyed(other)];
  return left.size === right.size && [...left].every((row) => right.has(row));
}
