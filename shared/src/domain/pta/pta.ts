import { z } from 'zod';
import { scales } from '../grade/grade-value.js';

export const leerwegen = ['bb', 'kb', 'gl', 'tl'] as const;
export type Leerweg = (typeof leerwegen)[number];

export const Cohort = z.string().regex(/^20\d\d$/u);
export const SchoolYear = z.string().regex(/^20\d\d-20\d\d$/u);
/** Official four-digit subject code, as text. */
export const SubjectCode = z.string().regex(/^[0-9A-Za-z]{1,12}$/u);
const tenths = z.int().min(10).max(100);

export const places = ['school', 'company', 'both'] as const;
export type Place = (typeof places)[number];
export const companyRoles = ['none', 'advice', 'counts'] as const;
export type CompanyRole = (typeof companyRoles)[number];

/** One test or assignment of a programme of testing, with the rules by which its grade comes about (WVO 2.60a). */
export const PtaComponent = z.strictObject({
  code: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,31}$/u),
  title: z.string().min(1).max(200),
  /** What is tested, in the school's words. */
  content: z.string().max(2000),
  /** Codes of the subtasks it covers, as the examination programme names them. */
  subtasks: z.array(z.string().min(1).max(64)).max(100),
  kind: z.string().min(1).max(60),
  scale: z.enum(scales),
  weight: z.int().min(0).max(1000),
  /** When it is taken, in the school's words: "periode 2". */
  period: z.string().max(100),
  place: z.enum(places),
  resit: z.boolean(),
  /** Must be passed (V, G or met) for the subject to be complete; only where there is no grade. */
  gate: z.boolean(),
  /** What the judgement of a company is worth here. */
  companyRole: z.enum(companyRoles),
  /** The company's share in whole percents; more than 0 exactly where its role is to count. */
  companyWeight: z.int().min(0).max(100),
  levelGrades: z.strictObject({ practise: tenths, sufficient: tenths, good: tenths }).optional(),
});
export type PtaComponent = z.infer<typeof PtaComponent>;

/** Why an adopted programme may change after 1 October (WVO 2.60b). */
export const amendmentReasons = ['unforeseen', 'obviousError'] as const;

/** Being made, laid before who decides, holding, and holding no more because a later version does. */
export const ptaStates = ['draft', 'proposed', 'adopted', 'amended'] as const;
export type PtaState = (typeof ptaStates)[number];

/**
 * One version of the programme of testing of a cohort, leerweg, school year and subject. An adopted version never changes: a change is the next version.
 */
export const Pta = z.strictObject({
  /** Made of cohort, leerweg, school year and subject code: what the versions share. */
  line: z.string(),
  cohort: Cohort,
  leerweg: z.enum(leerwegen),
  schoolYear: SchoolYear,
  subject: z.strictObject({ code: SubjectCode, title: z.string().min(1).max(200) }),
  number: z.int().min(1),
  state: z.enum(ptaStates),
  components: z.array(PtaComponent).min(1).max(60),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
  /** The line whose components it began with. */
  copiedFrom: z.string().optional(),
  proposedBy: z.string().optional(),
  proposedAt: z.iso.datetime().optional(),
  adoptedBy: z.string().optional(),
  adoptedAt: z.iso.datetime().optional(),
  amendment: z.strictObject({ reason: z.enum(amendmentReasons), advisedOn: z.iso.date() }).optional(),
});
export type Pta = z.infer<typeof Pta>;

/** The component a grade counts for, as a key that never changes with a new version of the PTA. */
export function componentKey(line: string, code: string): string {
  return `pta:${line}:${code}`;
}

/** Which PTA applies to a course, once the teacher has said for whom it is. */
export const PtaScope = z.strictObject({ cohort: Cohort, leerweg: z.enum(leerwegen) });
export type PtaScope = z.infer<typeof PtaScope>;
