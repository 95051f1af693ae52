import { describe, expect, it } from '@jest/globals';
import { decodeText } from '@buitenboord/connectors/files/decode-text.js';
import { parsePtaCsv } from '@buitenboord/connectors/files/pta-csv.js';
import { aPtaFile } from '../../../support/pta.js';

function outlinesOf(text: string) {
  const file = parsePtaCsv(text);
  if (file.kind === 'refused') throw new Error(JSON.stringify(file.problems));
  return file.outlines;
}

function problemsOf(text: string) {
  const file = parsePtaCsv(text);
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
      kind: 'praktijkopdracht',
      scale: 'number',
      weight: 2,
      resit: true,
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
    expect(outline!.components[0]).toMatchObject({ code: 'PO-1', scale: 'ordinal', resit: false, companyWeight: 0 });
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
    [{ scale: 'voldaan', companyWeight: '0' }, 'gradePractise', 'only-for-numbers'],
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

  it('says what is wrong with the headings first', () => {
    const text = aPtaFile().replace('weight', 'punten').replace('companyWeight', 'cohort');
    expect(problemsOf(text)).toEqual([
      [1, '', 'unknown-column'],
      [1, 'cohort', 'column-twice'],
      [1, 'weight', 'missing-column'],
    ]);
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
