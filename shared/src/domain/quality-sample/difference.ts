import { sameGrade, type GradeValue } from '../grade/grade-value.js';

/** How a second judgement stands to the first: as a number of tenths where both are numbers, else whether they say the same. */
export type Difference = { kind: 'tenths'; tenths: number } | { kind: 'same' } | { kind: 'other' };

/** Second minus first: above zero means that the second assessor was milder. */
export function differenceOf(first: GradeValue, second: GradeValue): Difference {
  if (first.kind === 'tenths' && second.kind === 'tenths')
    return { kind: 'tenths', tenths: second.tenths - first.tenths };
  return sameGrade(first, second) ? { kind: 'same' } : { kind: 'other' };
}
