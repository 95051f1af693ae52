import { Problem, type ProblemFacts } from '../../problem.js';
import { parseTenths } from './grade-value.js';
import { exactly, rational, type Rational } from './rational.js';

// These stand at the domain's one door: what comes in may have come from anywhere, whatever its type says.

/** A grade from 1.0 to 10.0 with at most one decimal, exactly. Else Problem `grade/not-a-grade` with what was found and where. */
export function insistOnGrade(grade: unknown, where: ProblemFacts): Rational {
  const tenths = typeof grade === 'string' ? parseTenths(grade) : undefined;
  if (tenths === undefined) throw new Problem('grade/not-a-grade', { found: shown(grade), ...where });
  return rational(BigInt(tenths), 10n);
}

/** A final grade: a whole number from 1 to 10. Else Problem `grade/not-a-whole-grade`. */
export function insistOnWholeGrade(grade: unknown, where: ProblemFacts): Rational {
  if (typeof grade !== 'number' || !Number.isInteger(grade) || grade < 1 || grade > 10)
    throw new Problem('grade/not-a-whole-grade', { found: shown(grade), ...where });
  return rational(BigInt(grade));
}

/** A weight: not negative, exactly as it was written. Else Problem `grade/bad-weight`. */
export function insistOnWeight(weight: unknown, where: ProblemFacts): Rational {
  const exact = typeof weight === 'number' ? exactly(weight) : undefined;
  if (!exact || exact.numerator < 0n) throw new Problem('grade/bad-weight', { found: shown(weight), ...where });
  return exact;
}

/** A list with something in it. Else Problem `grade/nothing-to-weigh`. */
export function insistOnSome<T>(list: readonly T[]): readonly T[] {
  const isList: boolean = Array.isArray(list);
  if (!isList || list.length === 0) throw new Problem('grade/nothing-to-weigh', { parts: 0 });
  return list;
}

function shown(found: unknown): string {
  const isPlain = typeof found === 'string' || typeof found === 'number';
  return isPlain ? String(found).slice(0, 20) : typeof found;
}
