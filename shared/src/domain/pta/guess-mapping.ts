import { findColumn } from './pta-columns.js';
import type { PtaColumn, PtaMapping, PtaTable, RowProblem } from './pta-file.js';

/** Above the headings stand a title, a logo, the school's name: never more than this. */
const mostRowsAbove = 20;

/** Which row has the headings, the one with the most that we know, and what its columns hold as far as we can tell. */
export function guessMapping(table: PtaTable): PtaMapping {
  const known = table
    .slice(0, mostRowsAbove)
    .map((cells) => new Set(cells.flatMap((cell) => findColumn(cell) ?? [])).size);
  const most = Math.max(0, ...known);
  return mappingAt(table, most === 0 ? 1 : known.indexOf(most) + 1);
}

/** What the columns hold by the headings in this row, as far as we can tell. */
export function mappingAt(table: PtaTable, headingRow: number): PtaMapping {
  const headings = table[headingRow - 1] ?? [];
  return { headingRow, columns: headings.map((heading): PtaColumn | '' => findColumn(heading) ?? ''), fixed: {} };
}

/** Headings that say nothing to us: for whoever isn't there to choose what they mean. */
export function unknownHeadings(table: PtaTable, { headingRow, columns }: PtaMapping): RowProblem[] {
  const headings = table[headingRow - 1] ?? [];
  return headings.flatMap((heading, index): RowProblem[] =>
    // Spreadsheets leave empty columns behind at the right.
    columns[index] === '' && heading.trim()
      ? [{ row: headingRow, column: '', complaint: 'unknown-column', found: heading.slice(0, 60) }]
      : [],
  );
}
