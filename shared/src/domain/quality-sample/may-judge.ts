import type { SampleCase, QualitySample } from './quality-sample.js';

/** What is known of somebody who wants to give a second judgement. */
export interface Assessor {
  person: string;
  /** Who settled any revision of the grade. */
  settledBy: readonly string[];
  /** She opened the exam file of this student, or exported this sample. */
  sawFirst: boolean;
}

export type JudgeDecision =
  { kind: 'allowed' } | { kind: 'refused'; because: 'settled-it' | 'knows-the-grade' | 'already-judged' };

/**
 * Whether somebody may give the second judgement: not who settled the grade, and nobody of whom the house knows that she knows it. Whoever drew
 * by a range of grades knows it too.
 */
export function mayJudge(
  sample: Pick<QualitySample, 'drawnBy' | 'method'>,
  { state }: Pick<SampleCase, 'state'>,
  { person, settledBy, sawFirst }: Assessor,
): JudgeDecision {
  if (state !== 'drawn') return { kind: 'refused', because: 'already-judged' };
  if (settledBy.includes(person)) return { kind: 'refused', because: 'settled-it' };
  const drewByRange = sample.method.kind === 'range' && sample.drawnBy === person;
  if (sawFirst || drewByRange) return { kind: 'refused', because: 'knows-the-grade' };
  return { kind: 'allowed' };
}
