import { parseTenths, type Scale } from '../grade/grade-value.js';
import type { PtaColumn, RowComplaint } from './pta-file.js';
import {
  Cohort,
  leerwegen,
  PtaComponent,
  SchoolYear,
  SubjectCode,
  type CompanyRole,
  type Leerweg,
  type Place,
} from './pta.js';

/** One row of a programme's file, or a filled-in form, as understood. What is optional and was left empty is absent. */
export interface PtaRow {
  cohort: string;
  leerweg: Leerweg;
  schoolYear: string;
  subjectCode: string;
  subjectTitle: string;
  component: string;
  title: string;
  content: string;
  subtasks: string[];
  kind: string;
  scale: Scale;
  weight: number;
  period: string;
  place?: Place;
  resit: boolean;
  gate: boolean;
  companyRole?: CompanyRole;
  companyWeight: number;
  gradePractise?: number;
  gradeSufficient?: number;
  gradeGood?: number;
}

type Reader<T> = (text: string) => T | undefined;
type Readers = { readonly [C in PtaColumn]-?: Reader<NonNullable<PtaRow[C]>> };

const { code, weight, companyWeight, subtasks } = PtaComponent.shape;

const yesOrNo = oneOf({
  ja: true,
  yes: true,
  true: true,
  1: true,
  j: true,
  y: true,
  x: true,
  nee: false,
  no: false,
  false: false,
  0: false,
  n: false,
});

/** How each cell is read; undefined = not understood. */
const readers: Readers = {
  cohort: matching(Cohort),
  leerweg: (text) => leerwegen.find((leerweg) => leerweg === text.toLowerCase()),
  schoolYear: (text) => matching(SchoolYear)(text.replace(/\s*[/–-]\s*/u, '-')),
  subjectCode: matching(SubjectCode),
  subjectTitle: (text) => text,
  component: matching(code),
  title: (text) => text,
  content: (text) => text,
  subtasks: readCodes,
  kind: (text) => text,
  scale: oneOf<Scale>({
    cijfer: 'number',
    number: 'number',
    ovg: 'ordinal',
    'o/v/g': 'ordinal',
    ordinal: 'ordinal',
    voldaan: 'met',
    met: 'met',
  }),
  weight: whole(weight),
  period: (text) => text,
  place: oneOf<Place>({
    school: 'school',
    bedrijf: 'company',
    company: 'company',
    stage: 'company',
    beide: 'both',
    both: 'both',
    'school en bedrijf': 'both',
    'school and company': 'both',
  }),
  resit: yesOrNo,
  gate: yesOrNo,
  companyRole: oneOf<CompanyRole>({
    geen: 'none',
    none: 'none',
    advies: 'advice',
    advice: 'advice',
    'telt mee': 'counts',
    cijfer: 'counts',
    counts: 'counts',
  }),
  companyWeight: (text) => whole(companyWeight)(text.replace(/\s*%$/u, '')),
  gradePractise: parseTenths,
  gradeSufficient: parseTenths,
  gradeGood: parseTenths,
};

/** What stands in for a cell that may stay empty; the other columns need one. */
export const emptyCells: Readonly<Partial<Record<PtaColumn, Partial<PtaRow>>>> = {
  content: { content: '' },
  subtasks: { subtasks: [] },
  period: { period: '' },
  place: {},
  resit: { resit: false },
  gate: { gate: false },
  companyRole: {},
  companyWeight: { companyWeight: 0 },
  gradePractise: {},
  gradeSufficient: {},
  gradeGood: {},
};

const longest: Readonly<Partial<Record<PtaColumn, number>>> = {
  subjectTitle: 200,
  title: 200,
  kind: 60,
  content: 2000,
  subtasks: 7000,
};

/** Reads one cell: the fields it gives, or why it can't. */
export function readCell(column: PtaColumn, text: string): Partial<PtaRow> | RowComplaint {
  if (text === '') return emptyCells[column] ?? 'empty';
  if (text.length > (longest[column] ?? 100)) return 'too-long';
  const value = readers[column](text);
  return value === undefined ? 'not-understood' : { [column]: value };
}

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

function matching(schema: Schema<string>): Reader<string> {
  return (text) => parsed(schema, text);
}

function whole(schema: Schema<number>): Reader<number> {
  return (text) => (/^\d+$/u.test(text) ? parsed(schema, Number(text)) : undefined);
}

function parsed<T>(schema: Schema<T>, value: unknown): T | undefined {
  const result = schema.safeParse(value);
  return result.success ? result.data : undefined;
}

function oneOf<T>(words: Readonly<Record<string, T>>): Reader<T> {
  const known = new Map(Object.entries(words));
  return (text) => known.get(text.toLowerCase());
}

/** Codes with a comma, a semicolon or a new line between them; each once. */
function readCodes(text: string): string[] | undefined {
  const codes = text.split(/[,;|\n]/u).flatMap((each) => each.trim() || []);
  const result = subtasks.safeParse([...new Set(codes)]);
  return result.success ? result.data : undefined;
}
