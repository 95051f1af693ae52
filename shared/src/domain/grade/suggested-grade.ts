import { halfUp, plus, rational, times, type Rational } from './rational.js';
import { weightedMean } from './weighted-mean.js';

/** The three levels of a rubric, from "practise" to "good". */
export const levels = ['practise', 'sufficient', 'good'] as const;
export type Level = (typeof levels)[number];

/** The PTA's table from levels to grades, in tenths. Without it a judgement is advice and never a number (domain.md B.4, point 17). */
export type LevelGrades = Readonly<Record<Level, number>>;

export interface SuggestionRule {
  /** The company's share in whole percents; 0 = advice only. */
  companyWeight: number;
  levelGrades?: LevelGrades;
}

export type Suggestion =
  | { kind: 'none'; because: 'no-company-judgement' | 'no-table' | 'no-own-judgement' }
  | { kind: 'grade'; tenths: number; company?: Share; evidence?: Share };

export interface Share {
  /** The grade of this part in hundredths, rounded half up: for reading only. */
  hundredths: number;
  weight: number;
  /** What it adds to the grade, in hundredths, rounded half up: for reading only. */
  part: number;
}

/**
 * The grade that the PTA's rule suggests: the mean of the company's levels through the PTA's table, weighed with the teacher's own judgement
 * of the evidence. Exact fractions; rounded half up to a tenth at the end only.
 */
export function suggestGrade(
  rule: SuggestionRule,
  companyLevels: readonly Level[] | undefined,
  evidenceTenths: number | undefined,
): Suggestion {
  const { companyWeight, levelGrades: table } = rule;
  if (companyWeight < 100 && evidenceTenths === undefined) return { kind: 'none', because: 'no-own-judgement' };
  const evidence = asGrade(evidenceTenths ?? 0);
  if (companyWeight === 0) return { kind: 'grade', tenths: evidenceTenths ?? 0, evidence: shareOf(evidence, 100) };
  if (!table) return { kind: 'none', because: 'no-table' };
  if (!companyLevels || companyLevels.length === 0) return { kind: 'none', because: 'no-company-judgement' };
  const one = rational(1n);
  const company = weightedMean(companyLevels.map((level) => ({ value: asGrade(table[level]), weight: one })));
  const ownWeight = 100 - companyWeight;
  const grade = plus(times(company, percent(companyWeight)), times(evidence, percent(ownWeight)));
  return {
    kind: 'grade',
    tenths: Number(halfUp(grade, 10n)),
    company: shareOf(company, companyWeight),
    ...(ownWeight > 0 && { evidence: shareOf(evidence, ownWeight) }),
  };
}

function shareOf(grade: Rational, weight: number): Share {
  const hundredths = (value: Rational) => Number(halfUp(value, 100n));
  return { hundredths: hundredths(grade), weight, part: hundredths(times(grade, percent(weight))) };
}

function asGrade(tenths: number): Rational {
  return rational(BigInt(tenths), 10n);
}

function percent(weight: number): Rational {
  return rational(BigInt(weight), 100n);
}
