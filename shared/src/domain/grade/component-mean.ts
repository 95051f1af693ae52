import { formatTenths } from './grade-value.js';
import { insistOnGrade, insistOnSome, insistOnWeight } from './insist-on-grade.js';
import { halfUp, type Rational } from './rational.js';
import { weightedMean } from './weighted-mean.js';

/** A component's grade as "6.5" (or "6,5"), and its weight in the PTA. */
export interface GradedComponent {
  grade: string;
  weight: number;
}

/**
 * The exact mean of a subject's components by the weights of the PTA (Uitvoeringsbesluit WVO 3.13). Weight 0 counts for nothing.
 * Throws `grade/not-a-grade`, `grade/bad-weight`, or `grade/nothing-to-weigh` when there is nothing or all weights are 0.
 */
export function componentMean(components: readonly GradedComponent[]): Rational {
  const parts = insistOnSome(components).map((component, index) => ({
    value: insistOnGrade(component.grade, { position: index + 1 }),
    weight: insistOnWeight(component.weight, { position: index + 1 }),
  }));
  return weightedMean(parts);
}

/** The school exam grade of a subject with a central exam: "6.3" (Uitvoeringsbesluit WVO 3.13, paragraph 1), a half hundredth going up. Throws as `componentMean`. */
export function seGradeOneDecimal(components: readonly GradedComponent[]): string {
  return oneDecimal(componentMean(components));
}

/** A mean with one decimal, "6.3". The law doesn't say how: half up. */
export function oneDecimal(mean: Rational): string {
  return formatTenths(Number(halfUp(mean, 10n)), '.');
}
