import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { readTable } from '@buitenboord/connectors/files/read-table.js';
import { unpackedSize } from '@buitenboord/connectors/files/unpacked-size.js';

type Fill = (sheet: exceljs.Worksheet, book: exceljs.Workbook) => void;

async function aWorkbook(fill: Fill): Promise<Buffer> {
  const book = new exceljs.Workbook();
  fill(book.addWorksheet('PTA'), book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('reading a workbook', () => {
  it('gives every row as it is counted, with numbers as they were typed', async () => {
    const file = await aWorkbook((sheet) => {
      sheet.addRow(['PTA 2026']);
      sheet.addRow([]);
      sheet.addRow(['code', 'weging', 'aandeel', 'cijfer', 'herkansing', 'datum']);
      const row = sheet.addRow(['SE1', 2, 0.4, 6.5, true, new Date('2026-10-01T00:00:00Z')]);
      row.getCell(3).numFmt = '0%';
      row.getCell(4).numFmt = '0';
    });
    expect(await readTable(file)).toEqual([
      ['PTA 2026', '', '', '', '', ''],
      ['', '', '', '', '', ''],
      ['code', 'weging', 'aandeel', 'cijfer', 'herkansing', 'datum'],
      ['SE1', '2', '40%', '6.5', 'true', '2026-10-01'],
    ]);
  });

  it('takes a formula’s last result, formatted text as text, and what stands over merged cells for each of them', async () => {
    const file = await aWorkbook((sheet) => {
      sheet.addRow([{ formula: '1+1', result: 2 }, { richText: [{ text: 'Las' }, { text: 'frame' }] }, 'Lassen']);
      sheet.addRow([{ text: 'SE1', hyperlink: 'https://school.example' }, ' x ', '']);
      sheet.mergeCells('C1:C2');
    });
    expect(await readTable(file)).toEqual([
      ['2', 'Lasframe', 'Lassen'],
      ['SE1', 'x', 'Lassen'],
    ]);
  });

  it('leaves the empty cells out that colours and borders leave behind, at the right and below', async () => {
    const file = await aWorkbook((sheet) => {
      sheet.addRow(['code', '', 'titel']);
      sheet.getCell('H90').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } };
    });
    expect(await readTable(file)).toEqual([['code', '', 'titel']]);
  });

  it('passes over an empty sheet and a hidden one', async () => {
    const file = await aWorkbook((_empty, book) => {
      book.addWorksheet('weg', { state: 'hidden' }).addRow(['verborgen']);
      book.addWorksheet('derde').addRow(['dit']);
    });
    expect(await readTable(file)).toEqual([['dit']]);
    expect(await readTable(await aWorkbook(() => undefined))).toMatchObject({ complaint: 'no-rows' });
  });

  it('refuses an archive that is no workbook, and one that unpacks to more than it should', async () => {
    expect(await readTable(anArchive(Buffer.from('hello')))).toMatchObject({ complaint: 'not-a-table' });
    const bomb = anArchive(Buffer.alloc(30 * 1024 * 1024), 'xl/worksheets/sheet1.xml');
    expect(bomb.length).toBeLessThan(100_000);
    expect(await readTable(bomb)).toMatchObject({ complaint: 'unpacks-too-large' });
    expect(await readTable(Buffer.from('PK\u0003\u0004 and then nothing'))).toMatchObject({
      complaint: 'unpacks-too-large',
    });
  });
});

describe('what an archive unpacks to', () => {
  it('is counted by unpacking, and not by what it says of itself', () => {
    const file = anArchive(Buffer.alloc(5000));
    expect(unpackedSize(file, 10_000)).toBe(5000);
    expect(unpackedSize(file, 4999)).toBeUndefined();
    // A lie about the size, where the directory says it.
    file.writeUInt32LE(1, file.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24);
    expect(unpackedSize(file, 4999)).toBeUndefined();
  });
});

describe('reading a text', () => {
  it.each([';', ',', '\t'])('understands %j between the columns', async (mark) => {
    const text = ['code', 'titel', 'soort'].join(mark) + '\r\n' + ['SE1', 'x', 'y'].join(mark);
    expect(await readTable(Buffer.from(text))).toEqual([
      ['code', 'titel', 'soort'],
      ['SE1', 'x', 'y'],
    ]);
  });
});

/** An archive with one file in it. */
function anArchive(content: Buffer, name = 'x.xml'): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.write('PK\u0003\u0004', 'latin1');
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.write('PK\u0001\u0002', 'latin1');
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(content.length, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}
