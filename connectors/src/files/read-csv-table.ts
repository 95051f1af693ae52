import { parse, CsvError } from 'csv-parse/sync';
import type { PtaTable, RowProblem } from '@buitenboord/shared/domain/pta/pta-file.js';

/** The rows of a text with `;`, `,` or tabs between the columns; a problem when its quotation marks don't close. */
export function readCsvTable(text: string): PtaTable | RowProblem {
  try {
    return parse(text, { bom: true, delimiter: delimiterOf(text), trim: true, relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { row: Number(error.lines ?? 1), column: '', complaint: 'not-a-table', found: '' };
  }
}

/** What stands most often in the first line; a semicolon where nothing does. */
function delimiterOf(text: string): string {
  const first = text.slice(0, text.search(/\r?\n|$/u));
  const count = (mark: string) => first.split(mark).length;
  return [';', ',', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
