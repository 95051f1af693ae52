import { z } from 'zod';
import { GradeValue } from '../../domain/grade/grade-value.js';
import { isProblem } from '../../problem.js';
import { drawSample, populationHash } from './draw-sample.js';
import { DrawMethod, DrawnFrom, Seed } from '../../domain/quality-sample/quality-sample.js';

const Judged = z.strictObject({
  gradeKey: z.string().max(64),
  revision: z.int().min(1),
  schoolWorkOn: z.iso.date().optional(),
  first: GradeValue.optional(),
  second: GradeValue.optional(),
  decision: z.enum(['agreed', 'adjusted']).optional(),
  reason: z.string().max(500).optional(),
  revisionSince: z.int().min(1).optional(),
});

/** A draw as an inspector gets it: how it was done, from what, and what came of it. No names, no numbers of students. */
export const SampleExport = z.strictObject({
  format: z.literal('buitenboord-quality-sample'),
  formatVersion: z.literal(1),
  /** How to do it again by hand. */
  rule: z.string().max(500),
  sample: z.string().max(64),
  component: z.string().max(300),
  drawnAt: z.iso.datetime(),
  method: DrawMethod,
  seed: Seed,
  population: z.array(DrawnFrom).min(1).max(5000),
  populationHash: z.string().max(64),
  drawn: z.array(z.string().max(64)).min(1).max(5000),
  cases: z.array(Judged).max(5000),
});
export type SampleExport = z.infer<typeof SampleExport>;

/** The rule of drawing in one sentence, for who has the file and not the program. */
export const drawRule =
  'Take the population (for a range: the grades in it; by hand: those that were named), sort by SHA-256 (hex) of the JSON ["seed","gradeKey"], take the first: the number, or the percentage rounded up. populationHash is SHA-256 of the JSON of [gradeKey, revision, tenths or null] of each, by grade key.';

/** What doing a draw again says. `missing` were drawn then and not now, `extra` the other way round. */
export type Replay =
  | { kind: 'same'; drawn: number; population: number }
  | { kind: 'population-changed'; hash: string }
  | { kind: 'other-draw'; missing: readonly string[]; extra: readonly string[] };

/** Does a draw again from its export and compares. Needs nothing but the file. */
export function replayDraw({ population, populationHash: stated, method, seed, drawn }: SampleExport): Replay {
  const hash = populationHash(population);
  if (hash !== stated) return { kind: 'population-changed', hash };
  const again = drawnAgain(population, method, seed);
  const missing = drawn.filter((key) => !again.includes(key));
  const extra = again.filter((key) => !drawn.includes(key));
  if (missing.length > 0 || extra.length > 0) return { kind: 'other-draw', missing, extra };
  return { kind: 'same', drawn: drawn.length, population: population.length };
}

function drawnAgain(population: readonly DrawnFrom[], method: DrawMethod, seed: string): string[] {
  try {
    return drawSample(population, method, seed);
  } catch (error) {
    if (!isProblem(error, 'sample/nothing-to-draw')) throw error;
    return [];
  }
}
