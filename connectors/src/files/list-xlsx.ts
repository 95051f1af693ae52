import type exceljs from 'exceljs';
import type { List, ListCell, ListRow } from '@buitenboord/shared/ports/list-writer.js';

/** Light enough to read black text on; the column with the mark says the same in words. */
const fills: Readonly<Record<ListRow['emphasis'], string | undefined>> = {
  none: undefined,
  new: 'FFE5F4EA',
  changed: 'FFFFF4D6',
  withdrawn: 'FFFDECEB',
};

/** Writes a list as a workbook of one sheet: text as text cells, grades as numbers with one decimal, no formula anywhere. */
export async function writeListXlsx({ title, headings, rows }: List): Promise<Uint8Array> {
  // 25 MB that a server without exports does without.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet(sheetName(title), { views: [{ state: 'frozen', ySplit: 1 }] });
  const top = sheet.addRow(headings.map(clean));
  top.font = { bold: true };
  for (const row of rows) addRow(sheet, row);
  headings.forEach((heading, index) => {
    sheet.getColumn(index + 1).width = Math.max(10, Math.min(40, widest(rows, index, heading.length) + 2));
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addRow(sheet: exceljs.Worksheet, { cells, emphasis }: ListRow): void {
  const added = sheet.addRow(cells.map(toValue));
  const colour = fills[emphasis];
  cells.forEach((cell, index) => {
    const target = added.getCell(index + 1);
    // "@" is text: Excel keeps leading zeros, and doesn't calculate when somebody edits the cell.
    target.numFmt = formats[cell.kind];
    if (colour) target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: colour } };
  });
}

const formats: Readonly<Record<ListCell['kind'], string>> = { text: '@', tenths: '0.0', whole: '0', day: 'dd-mm-yyyy' };

function toValue(cell: ListCell): string | number | Date {
  switch (cell.kind) {
    case 'text':
      return clean(cell.text);
    case 'tenths':
      // Written as a decimal text by the library: 74 / 10 is the double nearest to 7.4, which prints as 7.4.
      return cell.tenths / 10;
    case 'whole':
      return cell.number;
    case 'day':
      return new Date(`${cell.day}T00:00:00Z`);
  }
}

// XML 1.0 can't hold most control characters, and half a surrogate pair makes a file that Excel wants to repair.
function clean(text: string): string {
  return Buffer.from(text, 'utf8')
    .toString('utf8')
    .replace(/[\p{Cc}\ufffe\uffff]+/gu, ' ');
}

// Excel's limits for the name of a sheet.
function sheetName(title: string): string {
  return (
    clean(title)
      .replace(/[\\/?*[\]:']/gu, ' ')
      .trim()
      .slice(0, 31) || 'Lijst'
  );
}

function widest(rows: readonly ListRow[], index: number, least: number): number {
  return rows.reduce((width, { cells }) => {
    const cell = cells[index];
    return Math.max(width, cell?.kind === 'text' ? cell.text.length : 10);
  }, least);
}
