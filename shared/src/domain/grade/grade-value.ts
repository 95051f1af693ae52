import { z } from 'zod';

/**
 * What a settled grade can be. Numbers are whole tenths (74 is 7,4): never binary floats (domain.md B.4).
 */
export const GradeValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tenths'), tenths: z.int().min(10).max(100) }),
  z.strictObject({ kind: z.literal('ordinal'), judgement: z.enum(['O', 'V', 'G']) }),
  z.strictObject({ kind: z.literal('met'), met: z.boolean() }),
  z.strictObject({ kind: z.literal('catchUp') }),
  z.strictObject({ kind: z.literal('exemption') }),
]);
export type GradeValue = z.infer<typeof GradeValue>;

/** How a component or an activity is judged: a number 1,0–10,0, O/V/G, or met / not met. */
export const scales = ['number', 'ordinal', 'met'] as const;
export type Scale = (typeof scales)[number];

/** Reads a grade as a Dutch or English teacher types it: "7", "7,4", "7.4", "10". Anything else is undefined. */
export function parseTenths(typed: string): number | undefined {
  const match = /^\s*(10|[1-9])(?:[.,]([0-9]))?\s*$/u.exec(typed);
  if (!match) return undefined;
  const tenths = Number(match[1]) * 10 + Number(match[2] ?? 0);
  return tenths <= 100 ? tenths : undefined;
}

/** "7,4" or "7.4": always one decimal, as a grade list shows it. */
export function formatTenths(tenths: number, decimal: ',' | '.' = ','): string {
  return `${Math.trunc(tenths / 10)}${decimal}${tenths % 10}`;
}

/** Whether two settled values say the same. */
export function sameGrade(one: GradeValue, other: GradeValue): boolean {
  return JSON.stringify(GradeValue.parse(one)) === JSON.stringify(GradeValue.parse(other));
}

/** Whether a value may be settled on this scale. Catch-up and exemption fit every scale. */
export function fitsScale(value: GradeValue, scale: Scale): boolean {
  switch (value.kind) {
    case 'tenths':
      return scale === 'number';
    case 'ordinal':
      return scale === 'ordinal';
    case 'met':
      return scale === 'met';
    case 'catchUp':
    case 'exemption':
      return true;
  }
}
