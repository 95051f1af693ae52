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
  /** The grade of this part in hundredths, rounded half up. */
  hundredths: number;
  weight: number;
}

/**
 * The grade that the PTA's rule suggests: the mean of the company's levels through the PTA's table, weighed with the teacher's own judgement
 * of the evidence. Exact arithmetic on whole numbers; rounded half up to a tenth at the end only.
 */
export function suggestGrade(
  rule: SuggestionRule,
  companyLevels: readonly Level[] | undefined,
  evidenceTenths: number | undefined,
): Suggestion {
  if (rule.companyWeight < 100 && evidenceTenths === undefined) return { kind: 'none', because: 'no-own-judgement' };
  if (rule.companyWeight === 0) return whole(evidenceTenths ?? 0);
  if (!rule.levelGrades) return { kind: 'none', because: 'no-table' };
  if (!companyLevels || companyLevels.length === 0) return { kind: 'none', because: 'no-company-judgement' };
  const table = rule.levelGrades;
  const sum = companyLevels.reduce((total, level) => total + table[level], 0);
  const count = companyLevels.length;
  const ownWeight = 100 - rule.companyWeight;
  // (sum/count × w + own × (100 − w)) / 100, in tenths, over one denominator.
  const numerator = sum * rule.companyWeight + (evidenceTenths ?? 0) * ownWeight * count;
  return {
    kind: 'grade',
    tenths: halfUp(numerator, 100 * count),
    company: { hundredths: halfUp(sum * 10, count), weight: rule.companyWeight },
    ...(ownWeight > 0 && { evidence: { hundredths: (evidenceTenths ?? 0) * 10, weight: ownWeight } }),
  };
}

function whole(tenths: number): Suggestion {
  return { kind: 'grade', tenths, evidence: { hundredths: tenths * 10, weight: 100 } };
}

function halfUp(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}
