import type exceljs from 'exceljs';
import type { PtaTable, RowProblem } from '@buitenboord/shared/domain/pta/pta-file.js';
import { unpackedSize } from './unpacked-size.js';

const mostBytes = 24 * 1024 * 1024;
const [mostRows, mostColumns] = [3000, 60];

/** The rows of a workbook's first sheet with anything in it, as text. Formulas give their last result; nothing is calculated. */
export async function readXlsxTable(file: Buffer): Promise<PtaTable | RowProblem> {
  if (unpackedSize(file, mostBytes) === undefined) return complaint('unpacks-too-large');
  // 25 MB that a server without spreadsheets does without.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  try {
    // The library's types know an older Buffer.
    await workbook.xlsx.load(file as unknown as exceljs.Buffer);
  } catch {
    return complaint('not-a-table');
  }
  if (workbook.worksheets.length === 0) return complaint('not-a-table');
  const sheet = workbook.worksheets.find(({ state, actualRowCount }) => state === 'visible' && actualRowCount > 0);
  return sheet ? rowsOf(sheet) : complaint('no-rows');
}

function complaint(kind: RowProblem['complaint']): RowProblem {
  return { row: 1, column: '', complaint: kind, found: '' };
}

function rowsOf(sheet: exceljs.Worksheet): PtaTable {
  const width = Math.min(sheet.columnCount, mostColumns);
  const rows: string[][] = [];
  // Row by row and not only the filled ones: a problem must name the row as the spreadsheet counts it.
  for (let number = 1; number <= Math.min(sheet.rowCount, mostRows); number++) {
    const row = sheet.getRow(number);
    rows.push(Array.from({ length: width }, (_, index) => textOf(row.getCell(index + 1))));
  }
  return trimmed(rows);
}

/** Without the empty cells at the right and below, that colours and borders leave behind. */
function trimmed(rows: readonly string[][]): PtaTable {
  const width = Math.max(0, ...rows.map((cells) => cells.findLastIndex((cell) => cell !== '') + 1));
  const height = rows.findLastIndex((cells) => cells.some((cell) => cell !== '')) + 1;
  return rows.slice(0, height).map((cells) => cells.slice(0, width));
}

function textOf(cell: exceljs.Cell): string {
  const value = resultOf(cell.value);
  // The library's types promise a format; a plain cell has none.
  const format = cell.numFmt as string | undefined;
  if (typeof value === 'number' && format?.includes('%')) return `${Number((value * 100).toFixed(6))}%`;
  // A number as it was typed, and not as it is shown: 1,25 shown as 1 is still 1,25.
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' ? value.trim() : cell.text.trim();
}

function resultOf(value: exceljs.CellValue): unknown {
  return typeof value === 'object' && value !== null && 'result' in value ? value.result : value;
}
