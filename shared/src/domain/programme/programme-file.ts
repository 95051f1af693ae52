import type { ProgrammeContent } from './programme-records.js';

/** What can be wrong with a row of a file of SLO. */
export const programmeComplaints = [
  'not-json',
  'unknown-file',
  'bad-row',
  'duplicate',
  'belongs-nowhere',
  'other-content',
] as const;
export type ProgrammeComplaint = (typeof programmeComplaints)[number];

/** Where something stands: for a person who looks it up. */
export interface RowPlace {
  file: string;
  /** From 1, as somebody counts the entries of a list; 0 = the file itself. */
  row: number;
}

export interface ProgrammeRowProblem extends RowPlace {
  complaint: ProgrammeComplaint;
  /** Which field, or which id. */
  found: string;
}

/** A file as it was read: its name without folders, and its text. */
export interface NamedText {
  name: string;
  text: string;
}

/** What the files of an import hold, or everything that is wrong with them. */
export type ReadProgramme =
  | {
      kind: 'read';
      content: ProgrammeContent;
      /** By SLO's uuid. */
      places: ReadonlyMap<string, RowPlace>;
      /** As the files say it. */
      publishedOn: string | undefined;
      skipped: readonly string[];
    }
  | { kind: 'refused'; problems: readonly ProgrammeRowProblem[] };
