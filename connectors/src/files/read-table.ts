import type { PtaTable, RowProblem } from '@buitenboord/shared/domain/pta/pta-file.js';
import { decodeText } from './decode-text.js';
import { readCsvTable } from './read-csv-table.js';
import { readXlsxTable } from './read-xlsx-table.js';

// A workbook is an archive, and an archive begins so; a name can say anything.
const archive = Buffer.from('PK\u0003\u0004', 'latin1');

/** The rows of a file that a school sends, a workbook or a text, or what is wrong with it. */
export async function readTable(bytes: Uint8Array): Promise<PtaTable | RowProblem> {
  const file = Buffer.from(bytes);
  return file.subarray(0, 4).equals(archive) ? readXlsxTable(file) : readCsvTable(decodeText(file));
}
