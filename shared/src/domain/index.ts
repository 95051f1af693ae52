/**
 * The domain's one door for whoever calculates with it: plain functions, no store, no clock. Inside the house each file is imported by its own name.
 */
export { componentMean, seGradeOneDecimal, type GradedComponent } from './grade/component-mean.js';
export { combinationGrade, electiveGrade, finalGrade, type CombinationParts } from './grade/final-grade.js';
export { electiveWarnings, partsBelowFour, type GradeWarning } from './grade/grade-warnings.js';
export { roundingRegimes, type RoundingRegime } from './grade/rounding.js';
export { seStanding, type SeStanding } from './grade/se-standing.js';
export { assessmentRules } from './assessment/rules.js';
export { gradeRules } from './grade/rules.js';
export { ptaRules } from './pta/rules.js';
export { qualitySampleRules } from './quality-sample/rules.js';
