import { z } from 'zod';
import { formatTenths, type Scale } from '@buitenboord/shared/domain/grade/grade-value.js';
import { ptaColumns, type PtaColumn, type RowComplaint } from '@buitenboord/shared/domain/pta/pta-file.js';
import type { PtaOutline } from '@buitenboord/shared/domain/pta/pta-outline.js';
import type { PtaComponent } from '@buitenboord/shared/domain/pta/pta.js';

/** The fields as they were typed, by the columns of a programme's file: a form and a file are read by the same rules. */
export type ComponentForm = Readonly<Partial<Record<PtaColumn, string>>>;
export type ComponentErrors = Readonly<Partial<Record<PtaColumn, RowComplaint>>>;

/** What identifies a programme; the rest describes a component. */
export const outlineFields = ['subjectTitle', 'subjectCode', 'cohort', 'leerweg', 'schoolYear'] as const;

const shape = Object.fromEntries(ptaColumns.map((column) => [column, z.string().max(8000).optional()])) as Record<
  PtaColumn,
  z.ZodOptional<z.ZodString>
>;

/** A new programme with its first component. */
export const NewPtaForm = z.strictObject(shape);

/** A component; `replaces` is the one it takes the place of. */
export const SavedComponent = z.strictObject({ ...shape, replaces: z.string().max(100).optional() });

const words: Readonly<Record<Scale, string>> = { number: 'cijfer', ordinal: 'ovg', met: 'voldaan' };

/** The choices of the form for how a component is judged, as the file writes them. */
export const scaleWords = Object.entries(words) as readonly [Scale, string][];

/** A component as the form shows it. */
export function toForm(component: PtaComponent): ComponentForm {
  const { code, title, content, subtasks, kind, scale, weight, period, place, levelGrades } = component;
  return {
    component: code,
    title,
    content,
    subtasks: subtasks.join(', '),
    kind,
    scale: words[scale],
    weight: String(weight),
    period,
    place,
    resit: component.resit ? 'ja' : 'nee',
    gate: component.gate ? 'ja' : 'nee',
    companyRole: component.companyRole,
    companyWeight: String(component.companyWeight),
    ...(levelGrades && {
      gradePractise: formatTenths(levelGrades.practise),
      gradeSufficient: formatTenths(levelGrades.sufficient),
      gradeGood: formatTenths(levelGrades.good),
    }),
  };
}

/** The programme's own cells, for reading a component of it. */
export function outlineCells({ cohort, leerweg, schoolYear, subject }: Omit<PtaOutline, 'components'>): ComponentForm {
  return { cohort, leerweg, schoolYear, subjectCode: subject.code, subjectTitle: subject.title };
}

/** Complaints by the field they stand beside; the first of a field. */
export function errorsOf(complaints: readonly { column: PtaColumn; complaint: RowComplaint }[]): ComponentErrors {
  return Object.fromEntries([...complaints].reverse().map(({ column, complaint }) => [column, complaint]));
}
