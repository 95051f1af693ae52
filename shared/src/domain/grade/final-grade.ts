import { Problem } from '../../problem.js';
import type { Leerweg } from '../pta/pta.js';
import { componentMean, type GradedComponent } from './component-mean.js';
import { insistOnGrade, insistOnSome, insistOnWholeGrade } from './insist-on-grade.js';
import { halfUp, plus, rational, times } from './rational.js';
import { wholeGrade, type RoundingRegime } from './rounding.js';
import { weightedMean } from './weighted-mean.js';

/**
 * The grade of a subject with a school exam only, every elective among them: a whole number, and at once its final grade (Uitvoeringsbesluit WVO
 * 3.13, paragraph 2, and 3.32, paragraph 3). Throws as `componentMean`, and `grade/rounding-not-chosen`.
 */
export function electiveGrade(components: readonly GradedComponent[], regime: RoundingRegime): number {
  return wholeGrade(componentMean(components), regime);
}

/** The final grade of a subject with both exams: their mean, with 5,45 going down (Uitvoeringsbesluit WVO 3.32, paragraph 2). Throws `grade/not-a-grade`. */
export function finalGrade(se: string, ce: string): number {
  const sum = plus(insistOnGrade(se, { of: 'se' }), insistOnGrade(ce, { of: 'ce' }));
  return Number(halfUp(times(sum, rational(1n, 2n))));
}

export interface CombinationParts {
  /** tl has no combination grade. */
  leerweg: Exclude<Leerweg, 'tl'>;
  /** Final grades of all electives that count. */
  electives: readonly number[];
  /** gl only: the final grade of the profile subject or the practical subject. In bb and kb it is a final grade of its own. */
  profileSubject?: number | null | undefined;
}

/**
 * The combination grade. bb and kb: the mean of all electives; gl: the profile subject counts as often as there are electives (Uitvoeringsbesluit WVO
 * 3.35, paragraphs 3 to 5). Throws `grade/not-a-whole-grade`, `grade/nothing-to-weigh`, `grade/no-combination` or `grade/profile-subject-missing`.
 */
export function combinationGrade({ leerweg, electives, profileSubject }: CombinationParts): number {
  const one = rational(1n);
  const parts = insistOnSome(electives).map((grade, index) => ({
    value: insistOnWholeGrade(grade, { position: index + 1 }),
    weight: one,
  }));
  const profile = profileSubject ?? undefined;
  const profileGrade = profile === undefined ? undefined : insistOnWholeGrade(profile, { of: 'profileSubject' });
  switch (leerweg) {
    case 'bb':
    case 'kb':
      return Number(halfUp(weightedMean(parts)));
    case 'gl':
      if (!profileGrade) throw new Problem('grade/profile-subject-missing', { leerweg });
      parts.push({ value: profileGrade, weight: rational(BigInt(electives.length)) });
      return Number(halfUp(weightedMean(parts)));
  }
  throw new Problem('grade/no-combination', { leerweg: String(leerweg) });
}
