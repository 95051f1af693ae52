import type { PtaRow } from './pta-cells.js';
import type { RowProblem } from './pta-file.js';
import type { PtaOutline } from './pta-outline.js';
import { componentOf } from './pta-row.js';

export interface NumberedRow extends PtaRow {
  number: number;
}

const mostComponents = 60;

/** Puts rows together into programmes, in the order of the file, with everything that doesn't fit together. */
export function toOutlines(rows: readonly NumberedRow[]): { outlines: PtaOutline[]; problems: RowProblem[] } {
  const outlines = new Map<string, PtaOutline>();
  const problems: RowProblem[] = [];
  for (const row of rows) {
    const { cohort, leerweg, schoolYear, subjectCode, subjectTitle } = row;
    const key = JSON.stringify([cohort, leerweg, schoolYear, subjectCode]);
    const subject = { code: subjectCode, title: subjectTitle };
    const outline = outlines.get(key) ?? { cohort, leerweg, schoolYear, subject, components: [] };
    outlines.set(key, outline);
    problems.push(...problemsOf(row, outline));
    outline.components.push(componentOf(row));
  }
  return { outlines: [...outlines.values()], problems };
}

function problemsOf(row: NumberedRow, outline: PtaOutline): RowProblem[] {
  const problems: RowProblem[] = [];
  const say = (column: RowProblem['column'], complaint: RowProblem['complaint'], found: string) =>
    problems.push({ row: row.number, column, complaint, found });
  if (row.subjectTitle !== outline.subject.title) say('subjectTitle', 'other-subject-title', row.subjectTitle);
  if (outline.components.some(({ code }) => code === row.component))
    say('component', 'duplicate-component', row.component);
  if (outline.components.length >= mostComponents) say('component', 'too-many-rows', row.component);
  return problems;
}
