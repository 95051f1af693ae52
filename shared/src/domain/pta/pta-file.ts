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
  'kind',
  'scale',
  'weight',
  'resit',
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
