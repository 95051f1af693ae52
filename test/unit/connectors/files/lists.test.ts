import exceljs from 'exceljs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from '@jest/globals';
import { writeListCsv } from '@buitenboord/connectors/files/list-csv.js';
import { writeListXlsx } from '@buitenboord/connectors/files/list-xlsx.js';
import type { List, ListCell } from '@buitenboord/shared/ports/list-writer.js';

const asText = (text: string): ListCell => ({ kind: 'text', text });

function aList(name: string, studentNumber = '0012345'): List {
  return {
    title: 'SE1 PIE 4/kader',
    headings: ['Leerlingnummer', 'Naam', 'Cijfer', 'Kans', 'Vastgesteld op', 'Wijziging'],
    rows: [
      {
        emphasis: 'changed',
        cells: [
          asText(studentNumber),
          asText(name),
          { kind: 'tenths', tenths: 74 },
          { kind: 'whole', number: 1 },
          { kind: 'day', day: '2026-06-09' },
          asText('gewijzigd'),
        ],
      },
    ],
  };
}

async function sheetOf(list: List) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await writeListXlsx(list)) as unknown as ArrayBuffer);
  return workbook.worksheets[0]!;
}

const attacks = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  '＝1',
  '=cmd|"/C calc"!A0',
  'x;=1',
  '"=1+1"',
  '{=1+1}',
  '=IMPORTXML("http://x")',
];

describe('a list as CSV', () => {
  it('is what Dutch spreadsheets read: a mark, semicolons, CRLF, a decimal comma', async () => {
    const bytes = Buffer.from(await writeListCsv(aList('Renée')));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8').slice(1)).toBe(
      'Leerlingnummer;Naam;Cijfer;Kans;Vastgesteld op;Wijziging\r\n\t0012345;Renée;7,4;1;2026-06-09;gewijzigd\r\n',
    );
  });

  it.each(attacks)('holds %j as text, and as one cell', async (name) => {
    const text = Buffer.from(await writeListCsv(aList(name)));
    const [, row] = parse(text, { bom: true, delimiter: ';' });
    expect(row).toHaveLength(6);
    expect(row![1]!).not.toMatch(/^[\s"]*[=+\-@＝]/u);
    expect(row![2]).toBe('7,4');
  });
});

describe('a list as a workbook', () => {
  it.each(['0012345', '000', '123456789012345678', '1E5', '=12'])(
    'keeps student number %s as text, and calculates nothing',
    async (studentNumber) => {
      const cell = (await sheetOf(aList('x', studentNumber))).getCell('A2');
      expect(cell.type).toBe(exceljs.ValueType.String);
      expect(cell.value).toBe(studentNumber);
      expect(cell.numFmt).toBe('@');
    },
  );

  it('has grades as numbers with one decimal, and days as days', async () => {
    const sheet = await sheetOf(aList('x'));
    expect(sheet.getCell('C2')).toMatchObject({ value: 7.4, numFmt: '0.0' });
    expect(sheet.getCell('E2').value).toEqual(new Date('2026-06-09T00:00:00Z'));
  });

  it.each(attacks)('holds %j as text', async (name) => {
    const cell = (await sheetOf(aList(name))).getCell('B2');
    expect(cell.type).toBe(exceljs.ValueType.String);
    expect(cell.formula).toBeUndefined();
  });

  it('colours a changed row, and names the sheet within Excel’s limits', async () => {
    const sheet = await sheetOf(aList('x'));
    expect(sheet.getCell('A2').fill).toMatchObject({ type: 'pattern', fgColor: { argb: 'FFFFF4D6' } });
    expect(sheet.name).toBe('SE1 PIE 4 kader');
  });

  it('stays a file that opens, whatever is in a name', async () => {
    const sheet = await sheetOf(aList('a\u0000b\u000bc\ud800d😀'));
    expect(sheet.getCell('B2').value).toBe('a b c\ufffdd😀');
  });
});
