import { z } from 'zod';
import { GradeValue } from '../grade/grade-value.js';

const tenths = z.int().min(10).max(100);

/** How grades are chosen from a population. A range of grades takes all in it, or a number of them. */
export const DrawMethod = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), count: z.int().min(1).max(500) }),
  z.strictObject({ kind: z.literal('percentage'), percent: z.int().min(1).max(100) }),
  z.strictObject({
    kind: z.literal('range'),
    fromTenths: tenths,
    toTenths: tenths,
    count: z.int().min(1).max(500).optional(),
  }),
  z.strictObject({ kind: z.literal('hand'), gradeKeys: z.array(z.string()).min(1).max(500) }),
]);
export type DrawMethod = z.infer<typeof DrawMethod>;

/** One settled grade that could be drawn: which revision, and its number where it is one. Nothing that names a student. */
export const DrawnFrom = z.strictObject({
  gradeKey: z.string().max(64),
  revision: z.int().min(1),
  tenths: tenths.optional(),
});
export type DrawnFrom = z.infer<typeof DrawnFrom>;

/** What chance starts from: the same words give the same draw. */
export const Seed = z.string().trim().min(1).max(100);

/** A draw, with all that is needed to do it again. */
export const QualitySample = z.strictObject({
  component: z.string(),
  /** The course it was drawn from; absent = every course of the school. */
  course: z.string().optional(),
  method: DrawMethod,
  seed: Seed,
  /** In order of grade key. */
  population: z.array(DrawnFrom).min(1).max(5000),
  populationHash: z.string(),
  drawn: z.array(z.string()).min(1).max(5000),
  drawnBy: z.string(),
  drawnAt: z.iso.datetime(),
});
export type QualitySample = z.infer<typeof QualitySample>;

/** One grade of a sample, and what a second look brought. */
export const SampleCase = z.strictObject({
  sample: z.string(),
  gradeKey: z.string(),
  /** The revision that stood when it was drawn. */
  revision: z.int().min(1),
  student: z.string(),
  component: z.string(),
  attempt: z.int().min(1),
  activity: z.string(),
  course: z.string(),
  /** Where the student did it; absent when no company was named. */
  company: z.string().optional(),
  companyName: z.string().max(120).optional(),
  state: z.enum(['drawn', 'judged', 'decided']),
  /** The student did the same at school. */
  schoolWork: z
    .strictObject({
      doneOn: z.iso.date(),
      seen: z.string().max(2000),
      recordedBy: z.string(),
      recordedAt: z.iso.datetime(),
    })
    .optional(),
  /** The second judgement, given without knowing the first. */
  second: z
    .strictObject({ value: GradeValue, remark: z.string().max(2000), by: z.string(), at: z.iso.datetime() })
    .optional(),
  /** What the second judgement is laid beside, as it stood at that moment; `companyHundredths` by the table of the PTA. */
  first: z
    .strictObject({
      value: GradeValue,
      revision: z.int().min(1),
      companyHundredths: z.int().min(100).max(1000).optional(),
    })
    .optional(),
  decision: z
    .strictObject({
      kind: z.enum(['agreed', 'adjusted']),
      /** The revision that stands since. */
      revision: z.int().min(1),
      reason: z.string().max(500),
      by: z.string(),
      at: z.iso.datetime(),
    })
    .optional(),
  followUp: z
    .strictObject({
      text: z.string().trim().min(1).max(1000),
      by: z.string(),
      at: z.iso.datetime(),
      doneBy: z.string().optional(),
      doneAt: z.iso.datetime().optional(),
    })
    .optional(),
  /** When the follow-up is to be looked at; gone when it is done. */
  remindOn: z.iso.date().optional(),
});
export type SampleCase = z.infer<typeof SampleCase>;
