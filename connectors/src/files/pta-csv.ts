import { parse, CsvError } from 'csv-parse/sync';
import { ptaColumns, type PtaColumn, type PtaFile, type RowProblem } from '@buitenboord/shared/domain/pta/pta-file.js';
import { emptyCells } from '@buitenboord/shared/domain/pta/pta-cells.js';
import { readPtaRow } from '@buitenboord/shared/domain/pta/pta-row.js';
import { findColumn } from './pta-columns.js';
import { toOutlines, type NumberedRow } from './to-outlines.js';

const mostRows = 2000;

/**
 * Reads programmes of testing from a table: `;` or `,`, headings in Dutch or English, one component a row, several programmes in one file. Everything
 * that is wrong is said at once; a file with anything wrong gives nothing.
 */
export function parsePtaCsv(text: string): PtaFile {
  const table = readTable(text);
  if (!Array.isArray(table)) return refused([table]);
  const [headings = [], ...records] = table;
  const columns = headings.map(findColumn);
  const wrongHeadings = headingProblems(headings, columns);
  if (wrongHeadings.length > 0) return refused(wrongHeadings);
  // A spreadsheet counts the headings as row 1. Rows without anything in them are skipped, and counted.
  const numbered = records
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim()));
  if (numbered.length === 0) return refused([problem(2, '', 'no-rows')]);
  if (numbered.length > mostRows) return refused([problem(mostRows + 2, '', 'too-many-rows')]);
  const read = numbered.map(({ row, cells }) => readRow(row, cells, columns));
  const { outlines, problems } = toOutlines(read.flatMap(({ value }) => (value ? [value] : [])));
  const all = [...read.flatMap((row) => row.problems), ...problems].sort((one, other) => one.row - other.row);
  return all.length > 0 ? refused(all) : { kind: 'read', outlines };
}

function refused(problems: readonly RowProblem[]): PtaFile {
  return { kind: 'refused', problems };
}

function readTable(text: string): string[][] | RowProblem {
  const first = text.slice(0, text.search(/\r?\n|$/u));
  const delimiter = first.split(';').length >= first.split(',').length ? ';' : ',';
  try {
    return parse(text, { bom: true, delimiter, trim: true, relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return problem(Number(error.lines ?? 1), '', 'not-a-table');
  }
}

function headingProblems(headings: readonly string[], columns: readonly (PtaColumn | undefined)[]): RowProblem[] {
  const unknown = headings.flatMap((heading, index) =>
    // Spreadsheets leave empty columns behind at the right.
    columns[index] === undefined && heading.trim() ? [problem(1, '', 'unknown-column', heading)] : [],
  );
  const twice = columns.flatMap((column, index) =>
    column && columns.indexOf(column) < index ? [problem(1, column, 'column-twice')] : [],
  );
  const missing = ptaColumns.flatMap((column) =>
    columns.includes(column) || emptyCells[column] ? [] : [problem(1, column, 'missing-column')],
  );
  return [...unknown, ...twice, ...missing];
}

function readRow(
  row: number,
  cells: readonly string[],
  columns: readonly (PtaColumn | undefined)[],
): { value?: NumberedRow; problems: RowProblem[] } {
  const cellAt = (column: PtaColumn) => cells[columns.indexOf(column)] ?? '';
  const read = readPtaRow(cellAt);
  if (read.row) return { value: { ...read.row, number: row }, problems: [] };
  return { problems: read.complaints.map(({ column, complaint }) => problem(row, column, complaint, cellAt(column))) };
}

function problem(row: number, column: PtaColumn | '', complaint: RowProblem['complaint'], found = ''): RowProblem {
  return { row, column, complaint, found: found.slice(0, 60) };
}
