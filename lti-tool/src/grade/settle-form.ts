import { z } from 'zod';
import { parseTenths, type GradeValue, type Scale } from '@buitenboord/shared/domain/grade/grade-value.js';
import { Problem } from '@buitenboord/shared/problem.js';

const plainBreaks = (text: string) => text.replace(/\r\n/gu, '\n');

/** The fields of the settle screen. Numbers come as people type them: 7,4 or 7.4. */
export const SettleForm = z.strictObject({
  attempt: z.coerce.number().int().min(1).max(20),
  seenRevision: z.coerce.number().int().min(0),
  choice: z.enum(['number', 'O', 'V', 'G', 'met', 'notMet', 'catchUp', 'exemption']),
  grade: z.string().max(10).default(''),
  /** What the page had put into the field of the grade: so that what she typed over it can be told from what was left. */
  shown: z.string().max(10).default(''),
  evidence: z.string().max(10).default(''),
  // Browsers send a line break as two characters and count it as one.
  remark: z.string().default('').transform(plainBreaks).pipe(z.string().max(2000)),
  reason: z.string().max(500).default(''),
});
export type SettleForm = z.infer<typeof SettleForm>;

/** What may be chosen on a scale; catching up and exemption fit each that counts. */
export const choicesOf: Readonly<Record<Scale, readonly SettleForm['choice'][]>> = {
  number: ['number', 'catchUp', 'exemption'],
  ordinal: ['O', 'V', 'G', 'catchUp', 'exemption'],
  met: ['met', 'notMet', 'catchUp', 'exemption'],
};

/** The value that was chosen. Throws Problem `grade/not-a-grade` for a number that is none. */
export function valueOf({ choice, grade }: Pick<SettleForm, 'choice' | 'grade'>): GradeValue {
  switch (choice) {
    case 'number':
      return { kind: 'tenths', tenths: tenthsOf(grade) };
    case 'O':
    case 'V':
    case 'G':
      return { kind: 'ordinal', judgement: choice };
    case 'met':
    case 'notMet':
      return { kind: 'met', met: choice === 'met' };
    case 'catchUp':
    case 'exemption':
      return { kind: choice };
  }
}

/** The choice that a settled value was, for showing it again. */
export function choiceOf(value: GradeValue): SettleForm['choice'] {
  switch (value.kind) {
    case 'tenths':
      return 'number';
    case 'ordinal':
      return value.judgement;
    case 'met':
      return value.met ? 'met' : 'notMet';
    case 'catchUp':
    case 'exemption':
      return value.kind;
  }
}

/** An optional number: empty is nothing, anything else must be a grade. */
export function optionalTenths(typed: string): number | undefined {
  return typed.trim() === '' ? undefined : tenthsOf(typed);
}

function tenthsOf(typed: string): number {
  const tenths = parseTenths(typed);
  if (tenths === undefined) throw new Problem('grade/not-a-grade');
  return tenths;
}
