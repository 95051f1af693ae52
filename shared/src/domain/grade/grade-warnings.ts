import type { CombinationParts } from './final-grade.js';
import { componentMean, type GradedComponent } from './component-mean.js';
import { insistOnGrade, insistOnWholeGrade } from './insist-on-grade.js';
import type { Rational } from './rational.js';
import { wholeGrade, type RoundingRegime } from './rounding.js';

/** No part of the combination grade may be lower: a student with a 3 for an elective fails (Uitvoeringsbesluit WVO 3.35, paragraph 1d). */
export const lowestPart = 4;

export type GradeWarning =
  /** A component's own grade is below 4,0. Lawful, and a reason to talk. */
  | { kind: 'component-below-four'; position: number }
  /** The mean becomes a 1, 2 or 3: as a part of the combination grade that fails the exam. */
  | { kind: 'becomes-below-four'; grade: number }
  /** The two lawful ways of rounding differ here: the school's choice decides. */
  | { kind: 'rounding-decides'; direct: number; viaOneDecimal: number };

/** What a teacher should know about the mean of an elective so far. Throws as `electiveGrade`. */
export function electiveWarnings(components: readonly GradedComponent[], regime: RoundingRegime): GradeWarning[] {
  const mean = componentMean(components);
  const low = components.flatMap(({ grade }, index): GradeWarning[] =>
    isBelowFour(insistOnGrade(grade, {})) ? [{ kind: 'component-below-four', position: index + 1 }] : [],
  );
  return [...low, ...meanWarnings(mean, regime)];
}

/** The warnings about a mean alone. */
export function meanWarnings(mean: Rational, regime: RoundingRegime): GradeWarning[] {
  const grade = wholeGrade(mean, regime);
  const [direct, viaOneDecimal] = [wholeGrade(mean, 'direct'), wholeGrade(mean, 'viaOneDecimal')];
  const warnings: GradeWarning[] = [];
  if (grade < lowestPart) warnings.push({ kind: 'becomes-below-four', grade });
  if (direct !== viaOneDecimal) warnings.push({ kind: 'rounding-decides', direct, viaOneDecimal });
  return warnings;
}

/** Which parts of a combination grade are below 4: the electives by their place in the list, and the profile subject in gl. Throws `grade/not-a-whole-grade`. */
export function partsBelowFour(parts: CombinationParts): { electives: number[]; profileSubject: boolean } {
  const isLow = (grade: number, position: number) => isBelowFour(insistOnWholeGrade(grade, { position }));
  const electives = parts.electives.flatMap((grade, index) => (isLow(grade, index + 1) ? [index + 1] : []));
  const { leerweg, profileSubject } = parts;
  return {
    electives,
    profileSubject: leerweg === 'gl' && typeof profileSubject === 'number' && isLow(profileSubject, 0),
  };
}

/** Whether a grade, exactly, is lower than a part of the combination grade may be. */
export function isBelowFour({ numerator, denominator }: Rational): boolean {
  return numerator < BigInt(lowestPart) * denominator;
}
