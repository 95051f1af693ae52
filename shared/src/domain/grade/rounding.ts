import { Problem } from '../../problem.js';
import { halfUp, rational, type Rational } from './rational.js';

/**
 * How a school rounds inside the school exam: from the mean to a whole number at once, or to one decimal first. Both are lawful and differ at 5,45;
 * the examination regulations say which (domain.md B.4, point 3). There is no default.
 */
export const roundingRegimes = ['direct', 'viaOneDecimal'] as const;
export type RoundingRegime = (typeof roundingRegimes)[number];

/** A mean as a whole grade, by the school's choice. Without a choice Problem `grade/rounding-not-chosen`. */
export function wholeGrade(mean: Rational, regime: RoundingRegime): number {
  switch (regime) {
    case 'direct':
      return Number(halfUp(mean));
    case 'viaOneDecimal':
      return Number(halfUp(rational(halfUp(mean, 10n), 10n)));
  }
  // The types leave nothing over; what comes through the domain's door may have no types.
  throw new Problem('grade/rounding-not-chosen');
}
