import { z } from 'zod';
import { scales } from '../grade/grade-value.js';

export const leerwegen = ['bb', 'kb', 'gl', 'tl'] as const;
export type Leerweg = (typeof leerwegen)[number];

export const Cohort = z.string().regex(/^20\d\d$/u);
export const SchoolYear = z.string().regex(/^20\d\d-20\d\d$/u);
/** Official four-digit subject code, as text. */
export const SubjectCode = z.string().regex(/^[0-9A-Za-z]{1,12}$/u);
const tenths = z.int().min(10).max(100);

/** One test or assignment of a programme of testing, with the rules by which its grade comes about (WVO 2.60a). */
export const PtaComponent = z.strictObject({
  code: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,31}$/u),
  title: z.string().min(1).max(200),
  kind: z.string().min(1).max(60),
  scale: z.enum(scales),
  weight: z.int().min(0).max(1000),
  resit: z.boolean(),
  /** The company's share in whole percents; 0 = advice only. */
  companyWeight: z.int().min(0).max(100),
  levelGrades: z.strictObject({ practise: tenths, sufficient: tenths, good: tenths }).optional(),
});
export type PtaComponent = z.infer<typeof PtaComponent>;

/** Why an adopted programme may change after 1 October (WVO 2.60b). */
export const amendmentReasons = ['unforeseen', 'obviousError'] as const;

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
  state: z.enum(['draft', 'adopted', 'superseded']),
  components: z.array(PtaComponent).min(1).max(60),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
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
