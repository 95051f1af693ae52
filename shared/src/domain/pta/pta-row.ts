import { readCell, type PtaRow } from './pta-cells.js';
import { ptaColumns, type PtaColumn, type RowComplaint } from './pta-file.js';
import { complaintAbout, isSchoolYear } from './pta-outline.js';
import type { PtaComponent } from './pta.js';

export interface CellComplaint {
  column: PtaColumn;
  complaint: RowComplaint;
}

export type ReadRow =
  { row: PtaRow; complaints: readonly [] } | { row?: undefined; complaints: readonly CellComplaint[] };

/** Reads a row, cell by cell and then as a whole: a programme's component, or everything that is wrong with it. */
export function readPtaRow(cellAt: (column: PtaColumn) => string): ReadRow {
  const complaints: CellComplaint[] = [];
  let read: Partial<PtaRow> = {};
  for (const column of ptaColumns) {
    const cell = readCell(column, cellAt(column).trim());
    if (typeof cell === 'string') complaints.push({ column, complaint: cell });
    else read = { ...read, ...cell };
  }
  if (complaints.length > 0) return { complaints };
  // Every column was read, so every field that isn't optional is there.
  const row = read as PtaRow;
  const together = complaintsTogether(row);
  return together.length > 0 ? { complaints: together } : { row, complaints: [] };
}

/** The component that a row describes. */
export function componentOf(row: PtaRow): PtaComponent {
  const { component: code, title, content, subtasks, kind, scale, weight, period, resit, gate, companyWeight } = row;
  const { gradePractise: practise, gradeSufficient: sufficient, gradeGood: good } = row;
  const complete = practise !== undefined && sufficient !== undefined && good !== undefined;
  const levelGrades = complete ? { practise, sufficient, good } : undefined;
  const place = row.place ?? (companyWeight > 0 ? 'both' : 'school');
  // Where nothing is said: a share counts, and a company that is there advises.
  const companyRole = row.companyRole ?? (companyWeight > 0 ? 'counts' : place === 'school' ? 'none' : 'advice');
  const when = { period, place, resit, gate };
  const company = { companyRole, companyWeight, ...(levelGrades && { levelGrades }) };
  return { code, title, content, subtasks, kind, scale, weight, ...when, ...company };
}

function complaintsTogether(row: PtaRow): CellComplaint[] {
  const complaints: CellComplaint[] = [];
  if (!isSchoolYear(row.schoolYear)) complaints.push({ column: 'schoolYear', complaint: 'school-year-not-following' });
  // The table from levels to grades is there as a whole or not at all.
  const grades = ['gradePractise', 'gradeSufficient', 'gradeGood'] as const;
  const empty = grades.filter((column) => row[column] === undefined);
  if (empty.length > 0 && empty.length < grades.length) {
    return [...complaints, ...empty.map((column) => ({ column, complaint: 'empty' }) as const)];
  }
  const complaint = complaintAbout(componentOf(row));
  if (complaint) complaints.push({ column: columnOf(row, complaint), complaint });
  return complaints;
}

function columnOf(row: PtaRow, complaint: RowComplaint): PtaColumn {
  if (complaint === 'gate-is-no-number') return 'gate';
  if (complaint === 'role-and-share-differ') return 'companyRole';
  return complaint === 'only-for-numbers' && row.companyWeight > 0 ? 'companyWeight' : 'gradePractise';
}
