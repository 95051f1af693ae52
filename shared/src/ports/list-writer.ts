/** A cell of a list that leaves the house. What is text stays text, whatever it looks like; a number is a number. */
export type ListCell =
  | { kind: 'text'; text: string }
  /** A grade in tenths: 74 is 7,4. */
  | { kind: 'tenths'; tenths: number }
  | { kind: 'whole'; number: number }
  /** "2026-06-09" */
  | { kind: 'day'; day: string };

export interface ListRow {
  cells: readonly ListCell[];
  /** Stands out in a spreadsheet; a column says it in words as well. */
  emphasis: 'none' | 'new' | 'changed' | 'withdrawn';
}

/** A list for a person or another system, with its headings. */
export interface List {
  /** Name of the sheet. */
  title: string;
  headings: readonly string[];
  rows: readonly ListRow[];
}

/** Writes a list as a file. No cell becomes a formula, no number in text loses a zero. */
export type ListWriter = (list: List) => Promise<Uint8Array>;
