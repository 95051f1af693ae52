import type { Level } from '../grade/suggested-grade.js';

/** A level for each criterion, in the order of the rubric; null = no answer yet. */
export type ChosenLevels = readonly (Level | null)[];

export type AssessmentStep = { kind: 'question'; number: number } | { kind: 'summary' };

/** The levels chosen so far, one place for each criterion of the rubric. */
export function chosenLevels(criteria: number, chosen: ChosenLevels): (Level | null)[] {
  return Array.from({ length: criteria }, (_, index) => chosen[index] ?? null);
}

/** The numbers, from 1, of the questions without an answer. */
export function openQuestions(chosen: ChosenLevels): number[] {
  return chosen.flatMap((level, index) => (level === null ? [index + 1] : []));
}

/** Where to go after question `answered` (0 = at the start): on to the next open question, else back to an earlier one, else to the end. */
export function stepAfter(chosen: ChosenLevels, answered: number): AssessmentStep {
  const open = openQuestions(chosen);
  const number = open.find((each) => each > answered) ?? open[0];
  return number === undefined ? { kind: 'summary' } : { kind: 'question', number };
}
