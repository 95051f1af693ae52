import { z } from 'zod';
import { SchoolYear } from '../pta/pta.js';
import { roundingRegimes, type RoundingRegime } from './rounding.js';

/** A choice of the school for rounding inside the school exam, from a school year on: it stands in that year's examination regulations. Who made it is in the audit trail. */
export const RoundingChoice = z.strictObject({
  regime: z.enum(roundingRegimes),
  from: SchoolYear,
  chosenAt: z.iso.datetime(),
});
export type RoundingChoice = z.infer<typeof RoundingChoice>;

/** What holds in a school year: the newest choice made for it or before. The first choice holds for the years before it too; without any there is none. */
export function roundingIn(
  choices: readonly RoundingChoice[] | undefined,
  schoolYear: string,
): RoundingRegime | undefined {
  const inOrder = [...(choices ?? [])].sort((one, other) => (one.from < other.from ? -1 : 1));
  return (inOrder.filter(({ from }) => from <= schoolYear).at(-1) ?? inOrder[0])?.regime;
}

/** The choices after one more; another one for the same year takes its place. */
export function withChoice(choices: readonly RoundingChoice[] | undefined, choice: RoundingChoice): RoundingChoice[] {
  return [...(choices ?? []).filter(({ from }) => from !== choice.from), choice];
}
