import { z } from 'zod';
import { levels } from '../grade/suggested-grade.js';
import { moments } from './moment.js';

/** Who judges on the rubric inside the school; the company's answer is a `CompanyJudgement`. */
export const judges = ['self', 'teacher'] as const;
export type Judge = (typeof judges)[number];

/** What a student thinks of her own work, or her teacher of it, on the company's rubric: levels to talk about, never a grade. One per attempt, moment and judge. */
export const Judgement = z.strictObject({
  activity: z.string(),
  student: z.string(),
  attempt: z.int().min(1),
  moment: z.enum(moments),
  judge: z.enum(judges),
  /** A level for each criterion, in the order of the rubric; null = skipped. */
  levels: z.array(z.enum(levels).nullable()).max(5),
  remark: z.string().max(1000),
  by: z.string(),
  at: z.iso.datetime(),
});
export type Judgement = z.infer<typeof Judgement>;
