import type { OutlineComplaint, PtaOutline } from './pta-outline.js';

/** The columns of a programme's file, by the names the format uses inside. */
export const ptaColumns = [
  'cohort',
  'leerweg',
  'schoolYear',
  'subjectCode',
  'subjectTitle',
  'component',
  'title',
  'content',
  'subtasks',
  'kind',
  'scale',
  'weight',
  'period',
  'place',
  'resit',
  'gate',
  'companyRole',
  'companyWeight',
  'gradePractise',
  'gradeSufficient',
  'gradeGood',
] as const;
export type PtaColumn = (typeof ptaColumns)[number];

export type RowComplaint =
  | OutlineComplaint
  | 'empty'
  | 'not-understood'
  | 'too-long'
  | 'other-subject-title'
  | 'missing-column'
  | 'unknown-column'
  | 'column-twice'
  | 'not-a-table'
  | 'unpacks-too-large'
  | 'no-rows'
  | 'too-many-rows';

/** Something in the file that can't be stored, and where: the row as a spreadsheet counts it (the header is row 1). */
export interface RowProblem {
  row: number;
  column: PtaColumn | '';
  complaint: RowComplaint;
  /** What stood there, shortened. */
  found: string;
}

/** A file as read: whole programmes, or everything that is wrong with it. */
export type PtaFile =
  { kind: 'read'; outlines: readonly PtaOutline[] } | { kind: 'refused'; problems: readonly RowProblem[] };

/** A table as it was read from a file: each row's cells as text. */
export type PtaTable = readonly (readonly string[])[];

/** Which column of the table holds what, in the order of the table; '' = not used. And what holds for all rows, because the table doesn't say it. */
export interface PtaMapping {
  /** The row with the headings, as a spreadsheet counts. */
  headingRow: number;
  columns: readonly (PtaColumn | '')[];
  fixed: Readonly<Partial<Record<PtaColumn, string>>>;
}
