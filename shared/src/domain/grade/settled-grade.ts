import { z } from 'zod';
import { GradeValue } from './grade-value.js';

/**
 * One revision of a settled grade. Key: student, component, attempt. Revisions follow each other; none is ever overwritten.
 * `component` is `pta:<line>:<code>` for a grade that counts, `activity:<id>` for a formative one.
 */
export const SettledGrade = z.strictObject({
  /** Made of student, component and attempt: what the revisions share. */
  gradeKey: z.string(),
  revision: z.int().min(1),
  student: z.string(),
  component: z.string(),
  attempt: z.int().min(1),
  /** The activity on which it was settled. */
  activity: z.string(),
  course: z.string(),
  value: GradeValue,
  /** The teacher's own judgement of the evidence, if she gave one, in tenths. */
  evidenceTenths: z.int().min(10).max(100).optional(),
  /** For the student. */
  remark: z.string().max(2000),
  /** Why it changed; empty for the first revision. */
  reason: z.string().max(500),
  settledBy: z.string(),
  settledAt: z.iso.datetime(),
});
export type SettledGrade = z.infer<typeof SettledGrade>;
