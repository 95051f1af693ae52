import { z } from 'zod';
import { SloId } from './programme-records.js';

export const audiences = ['student', 'company'] as const;
export type Audience = (typeof audiences)[number];

/**
 * An attainment target in plain words, for students or for companies, written by somebody of a school. Schools share what was reviewed.
 * It stands beside the official text and never replaces it: coverage counts on the official one.
 */
export const PlainText = z.strictObject({
  target: SloId,
  audience: z.enum(audiences),
  /** The school whose words these are. */
  school: z.string(),
  text: z.string().trim().min(1).max(500),
  author: z.string(),
  writtenAt: z.iso.datetime(),
  reviewedBy: z.string().optional(),
  reviewedAt: z.iso.datetime().optional(),
});
export type PlainText = z.infer<typeof PlainText>;

/** The words a school uses: its own, reviewed or not; else the ones of another school that were reviewed last. */
export function choosePlainText<T extends PlainText>(texts: readonly T[], school: string): T | undefined {
  const own = texts.find((text) => text.school === school);
  if (own) return own;
  const reviewed = texts.filter(({ reviewedAt }) => reviewedAt !== undefined);
  return reviewed.sort((one, other) => compare(other, one))[0];
}

function compare(one: PlainText, other: PlainText): number {
  const [first = '', second = ''] = [one.reviewedAt, other.reviewedAt];
  if (first !== second) return first < second ? -1 : 1;
  return one.school < other.school ? -1 : 1;
}
