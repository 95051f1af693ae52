import { describe, expect, it } from '@jest/globals';
import { decodeText } from '@buitenboord/connectors/files/decode-text.js';
import { readCsvTable } from '@buitenboord/connectors/files/read-csv-table.js';
import { guessMapping, unknownHeadings } from '@buitenboord/shared/domain/pta/guess-mapping.js';
import type { PtaFile } from '@buitenboord/shared/domain/pta/pta-file.js';
import { readPtaTable } from '@buitenboord/shared/domain/pta/read-pta-table.js';
import { aPtaFile } from '../../../support/pta.js';

/** A text as a file with the headings it has. */
function parse(text: string): PtaFile {
  const table = readCsvTable(text);
  return 'complaint' in table ? { kind: 'refused', problems: [table] } : readPtaTable(table, guessMapping(table));
}

function outlinesOf(text: string) {
  const file = parse(text);
  if (file.kind === 'refused') throw new Error(JSON.stringify(file.problems));
  return file.outlines;
}

function problemsOf(text: string) {
  const file = parse(text);
  return file.kind === 'refused' ? file.problems.map(({ row, column, complaint }) => [row, column, complaint]) : [];
}

describe('reading programmes from a file', () => {
  it('puts the rows of a subject together, several programmes in one file', () => {
    const outlines = outlinesOf(aPtaFile({}, { component: 'SE2' }, { subjectCode: '0692', subjectTitle: 'Anders' }));
    expect(outlines.map(({ subject, components }) => [subject.code, components.map(({ code }) => code)])).toEqual([
      ['1305', ['SE1', 'SE2']],
      ['0692', ['SE1']],
    ]);
    expect(outlines[0]!.components[0]).toEqual({
      code: 'SE1',
      title: 'Lasframe',
      content: 'Lassen volgens een tekening',
      subtasks: ['1.1', '1.2'],
      kind: 'praktijkopdracht',
      scale: 'number',
      weight: 2,
      period: 'periode 2',
      place: 'both',
      resit: true,
      gate: false,
      companyRole: 'counts',
      companyWeight: 40,
      levelGrades: { practise: 45, sufficient: 65, good: 85 },
    });
  });

  it('understands Dutch headings in any order, a mark in front, commas, and a school’s own spelling', () => {
    const text =
      '\uFEFFVak,Vakcode,Onderdeel,Titel,Soort,Beoordeling,Weging,Herkansing,Cohort,Leerweg,Schooljaar\n' +
      '"Booglassen, praktisch",1328,PO 1,x,y,OVG,1,Nee,2025,KB,2026/2027\n';
    expect(problemsOf(text)).toEqual([[2, 'component', 'not-understood']]);
    const [outline] = outlinesOf(text.replace('PO 1', 'PO-1'));
    expect(outline).toMatchObject({
      leerweg: 'kb',
      schoolYear: '2026-2027',
      subject: { code: '1328', title: 'Booglassen, praktisch' },
    });
    expect(outline!.components[0]).toMatchObject({
      ...{ code: 'PO-1', scale: 'ordinal', resit: false, gate: false, content: '', subtasks: [], period: '' },
      ...{ place: 'school', companyRole: 'none', companyWeight: 0 },
    });
  });

  it('says everything that is wrong at once, with the row as a spreadsheet counts it', () => {
    const text = aPtaFile(
      { weight: '1,5', leerweg: 'havo' },
      {},
      { component: 'SE1', title: '' },
      { component: 'SE1' },
      { component: 'SE3', scale: 'punten', cohort: '25' },
    );
    expect(problemsOf(text)).toEqual([
      [2, 'leerweg', 'not-understood'],
      [2, 'weight', 'not-understood'],
      [4, 'title', 'empty'],
      [5, 'component', 'duplicate-component'],
      [6, 'cohort', 'not-understood'],
      [6, 'scale', 'not-understood'],
    ]);
  });

  it.each([
    [{ companyWeight: '101' }, 'companyWeight', 'not-understood'],
    [{ companyWeight: '-1' }, 'companyWeight', 'not-understood'],
    [{ gradePractise: '' }, 'gradePractise', 'empty'],
    [{ gradeGood: '0,5' }, 'gradeGood', 'not-understood'],
    [{ gradeGood: '3' }, 'gradePractise', 'levels-out-of-order'],
    [{ gradePractise: '', gradeSufficient: '', gradeGood: '' }, 'gradePractise', 'needs-level-grades'],
    [{ scale: 'voldaan' }, 'companyWeight', 'only-for-numbers'],
    [{ scale: 'voldaan', companyWeight: '0', companyRole: '' }, 'gradePractise', 'only-for-numbers'],
    [{ companyRole: 'advies' }, 'companyRole', 'role-and-share-differ'],
    [{ companyWeight: '0' }, 'companyRole', 'role-and-share-differ'],
    [{ gate: 'ja' }, 'gate', 'gate-is-no-number'],
    [{ place: 'thuis' }, 'place', 'not-understood'],
    [{ subtasks: 'x'.repeat(65) }, 'subtasks', 'not-understood'],
    [{ content: 'x'.repeat(2001) }, 'content', 'too-long'],
    [{ schoolYear: '2026-2028' }, 'schoolYear', 'school-year-not-following'],
    [{ schoolYear: '26-27' }, 'schoolYear', 'not-understood'],
    [{ resit: 'misschien' }, 'resit', 'not-understood'],
    [{ subjectCode: '13 05' }, 'subjectCode', 'not-understood'],
    [{ title: 'x'.repeat(201) }, 'title', 'too-long'],
    [{ weight: '1001' }, 'weight', 'not-understood'],
  ])('refuses %j', (row, column, complaint) => {
    expect(problemsOf(aPtaFile(row))).toEqual([[2, column, complaint]]);
  });

  it('refuses the same subject code under two names', () => {
    expect(problemsOf(aPtaFile({}, { component: 'SE2', subjectTitle: 'Iets anders' }))).toEqual([
      [3, 'subjectTitle', 'other-subject-title'],
    ]);
  });

  it('says what is wrong with the headings first; one that we don’t know is left to who chooses', () => {
    const text = aPtaFile().replace('weight', 'punten').replace('companyWeight', 'cohort');
    expect(problemsOf(text)).toEqual([
      [1, 'cohort', 'column-twice'],
      [1, 'weight', 'missing-column'],
    ]);
    const table = readCsvTable(text);
    if ('complaint' in table) throw new Error(table.complaint);
    expect(unknownHeadings(table, guessMapping(table))).toEqual([
      { row: 1, column: '', complaint: 'unknown-column', found: 'punten' },
    ]);
  });

  it('finds the headings under a title, and reads each column as it was mapped', () => {
    const text = 'PTA lassen 2026;;;\n\nToets;Naam;Hoe;Telt\nSE1;Frame;praktijk;3\n;;;\nSE2;Kennis;toets;1';
    const table = readCsvTable(text);
    if ('complaint' in table) throw new Error(table.complaint);
    const fixed = {
      cohort: '2025',
      leerweg: 'KB',
      schoolYear: '2026-2027',
      subjectCode: '1328',
      subjectTitle: 'Lassen',
    };
    const mapping = { headingRow: 3, columns: ['component', 'title', 'kind', 'weight'] as const, fixed };
    expect(readPtaTable(table, mapping)).toMatchObject({
      kind: 'refused',
      problems: [{ row: 3, column: 'scale', complaint: 'missing-column' }],
    });
    const read = readPtaTable(table, { ...mapping, fixed: { ...fixed, scale: 'cijfer' } });
    expect(read).toMatchObject({
      outlines: [{ leerweg: 'kb', components: [{ code: 'SE1' }, { code: 'SE2', weight: 1 }] }],
    });
    const titled = readCsvTable(`School X;;\n${aPtaFile()}`);
    expect('complaint' in titled ? titled : guessMapping(titled)).toMatchObject({ headingRow: 2 });
  });

  it('skips rows and columns that a spreadsheet left empty, and still counts them', () => {
    const text = `${aPtaFile({})}\r\n;;;;;;;;;;;;;;\r\n\r\n${aPtaFile({ weight: 'x', component: 'SE2' }).split('\r\n')[1]!}\r\n`;
    expect(problemsOf(text.replace('gradeGood', 'gradeGood;;'))).toEqual([[5, 'weight', 'not-understood']]);
  });

  it('refuses what is no table, and a table without rows', () => {
    expect(problemsOf(`${aPtaFile()}\r\n"open`)).toEqual([[3, '', 'not-a-table']]);
    expect(problemsOf(aPtaFile().split('\r\n')[0]!)).toEqual([[2, '', 'no-rows']]);
    expect(problemsOf('')).toContainEqual([1, 'cohort', 'missing-column']);
  });

  it('reads what Excel writes by default as well as UTF-8', () => {
    expect(decodeText(Buffer.from('Caf\xe9', 'latin1'))).toBe('Café');
    expect(decodeText(Buffer.from('\uFEFFCafé', 'utf8'))).toBe('Café');
  });
});
