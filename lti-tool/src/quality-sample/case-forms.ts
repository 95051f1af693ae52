import { z } from 'zod';
import type { Scale } from '@buitenboord/shared/domain/grade/grade-value.js';

const plainBreaks = (text: string) => text.replace(/\r\n/gu, '\n');
const words = (most: number) => z.string().default('').transform(plainBreaks).pipe(z.string().max(most));
const choices = ['number', 'O', 'V', 'G', 'met', 'notMet'] as const;

/** What a second assessor can choose on each scale: a judgement, and no way around one. */
export const judgeChoices: Readonly<Record<Scale, readonly (typeof choices)[number][]>> = {
  number: ['number'],
  ordinal: ['O', 'V', 'G'],
  met: ['met', 'notMet'],
};

export const SchoolWorkForm = z.strictObject({ doneOn: z.iso.date(), seen: words(2000) });

/** `promise`: she says that she doesn't know the first grade. What the house doesn't know it can only ask. */
export const JudgeForm = z.strictObject({
  choice: z.enum(choices),
  grade: z.string().max(10).default(''),
  remark: words(2000),
  promise: z.literal('yes'),
});
export type JudgeForm = z.infer<typeof JudgeForm>;

export const DecideForm = z.strictObject({
  decision: z.enum(['agree', 'adjust']),
  choice: z.enum(choices),
  grade: z.string().max(10).default(''),
  reason: words(500),
  seenRevision: z.coerce.number().int().min(1),
});

export const FollowUpForm = z.strictObject({
  text: z.string().transform(plainBreaks).pipe(z.string().trim().min(1).max(1000)),
  remindOn: z.iso.date(),
});
