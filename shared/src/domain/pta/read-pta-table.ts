import { emptyCells } from './pta-cells.js';
import {
  ptaColumns,
  type PtaColumn,
  type PtaFile,
  type PtaMapping,
  type PtaTable,
  type RowProblem,
} from './pta-file.js';
import { readPtaRow } from './pta-row.js';
import { toOutlines, type NumberedRow } from './to-outlines.js';

const mostRows = 2000;

/**
 * Reads programmes of testing from a table, one component a row, several programmes in one table. Everything that is wrong is said at once, by the row as
 * a spreadsheet counts it; a table with anything wrong gives nothing.
 */
export function readPtaTable(table: PtaTable, mapping: PtaMapping): PtaFile {
  const wrongColumns = columnProblems(mapping);
  if (wrongColumns.length > 0) return refused(wrongColumns);
  const { headingRow } = mapping;
  // Rows without anything in them are skipped, and counted.
  const numbered = table
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ row, cells }) => row > headingRow && cells.some((cell) => cell.trim()));
  if (numbered.length === 0) return refused([problem(headingRow + 1, '', 'no-rows')]);
  if (numbered.length > mostRows) return refused([problem(headingRow + mostRows + 1, '', 'too-many-rows')]);
  const read = numbered.map(({ row, cells }) => readRow(row, cells, mapping));
  const { outlines, problems } = toOutlines(read.flatMap(({ value }) => (value ? [value] : [])));
  const all = [...read.flatMap((row) => row.problems), ...problems].sort((one, other) => one.row - other.row);
  return all.length > 0 ? refused(all) : { kind: 'read', outlines };
}

function refused(problems: readonly RowProblem[]): PtaFile {
  return { kind: 'refused', problems };
}

function columnProblems({ headingRow, columns, fixed }: PtaMapping): RowProblem[] {
  const twice = columns.flatMap((column, index) =>
    column && columns.indexOf(column) < index ? [problem(headingRow, column, 'column-twice')] : [],
  );
  const missing = ptaColumns.flatMap((column) =>
    columns.includes(column) || emptyCells[column] || fixed[column]?.trim()
      ? []
      : [problem(headingRow, column, 'missing-column')],
  );
  return [...twice, ...missing];
}

function readRow(
  row: number,
  cells: readonly string[],
  { columns, fixed }: PtaMapping,
): { value?: NumberedRow; problems: RowProblem[] } {
  const cellAt = (column: PtaColumn) => {
    const index = columns.indexOf(column);
    return (index < 0 ? fixed[column] : cells[index]) ?? '';
  };
  const read = readPtaRow(cellAt);
  if (read.row) return { value: { ...read.row, number: row }, problems: [] };
  return { problems: read.complaints.map(({ column, complaint }) => problem(row, column, complaint, cellAt(column))) };
}

function problem(row: number, column: PtaColumn | '', complaint: RowProblem['complaint'], found = ''): RowProblem {
  return { row, column, complaint, found: found.slice(0, 60) };
}
