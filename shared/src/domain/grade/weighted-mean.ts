import { Problem } from '../../problem.js';
import { dividedBy, plus, rational, times, type Rational } from './rational.js';

export interface Weighed {
  value: Rational;
  weight: Rational;
}

/** The exact weighted mean. Without anything that weighs there is none: Problem `grade/nothing-to-weigh`. */
export function weightedMean(parts: readonly Weighed[]): Rational {
  const total = parts.reduce((sum, { weight }) => plus(sum, weight), rational(0n));
  if (total.numerator === 0n) throw new Problem('grade/nothing-to-weigh', { parts: parts.length });
  return dividedBy(
    parts.reduce((sum, { value, weight }) => plus(sum, times(value, weight)), rational(0n)),
    total,
  );
}
