import { stringify } from 'csv-stringify/sync';
import { formatTenths } from '@buitenboord/shared/domain/grade/grade-value.js';
import type { List, ListCell } from '@buitenboord/shared/ports/list-writer.js';
import { safeCell } from './safe-cell.js';

/** Writes a list as the CSV that Dutch spreadsheets and school systems read: `;`, UTF-8 with a mark, CRLF, decimal comma. */
export function writeListCsv({ headings, rows }: List): Promise<Uint8Array> {
  const lines = [headings.map(safeCell), ...rows.map(({ cells }) => cells.map(toText))];
  // The mark makes Excel read UTF-8 instead of windows-1252. `escape_formulas` of the library would also change numbers, so cells come in safe.
  const text = stringify(lines, { bom: true, delimiter: ';', record_delimiter: '\r\n' });
  return Promise.resolve(Buffer.from(text, 'utf8'));
}

function toText(cell: ListCell): string {
  switch (cell.kind) {
    case 'text':
      return safeCell(cell.text);
    case 'tenths':
      return formatTenths(cell.tenths);
    case 'whole':
      return String(cell.number);
    case 'day':
      // Read as a day by every spreadsheet, in every country.
      return cell.day;
  }
}
