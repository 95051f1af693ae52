import { createHash } from 'node:crypto';
import { Problem } from '../../problem.js';
import type { DrawMethod, DrawnFrom } from '../../domain/quality-sample/quality-sample.js';

/**
 * Draws grades from a population; answers their keys in order of key. Each grade gets a number by chance, SHA-256 of the seed and its key, and the
 * lowest numbers are drawn: so the order in which grades come in doesn't matter, and anybody can do it again with a calculator of hashes.
 * A percentage is rounded up. Throws Problem `sample/nothing-to-draw` when nothing fits.
 */
export function drawSample(population: readonly DrawnFrom[], method: DrawMethod, seed: string): string[] {
  const eligible = eligibleIn(population, method);
  const drawn = [...new Set(eligible.map(({ gradeKey }) => gradeKey))]
    .map((gradeKey) => ({ gradeKey, chance: chanceOf(seed, gradeKey) }))
    .sort((one, other) => compare(one.chance, other.chance) || compare(one.gradeKey, other.gradeKey))
    .slice(0, sizeOf(method, eligible.length))
    .map(({ gradeKey }) => gradeKey);
  if (drawn.length === 0) throw new Problem('sample/nothing-to-draw', { population: population.length });
  return drawn.sort(compare);
}

/** The number by chance of a grade: SHA-256, hex, of the JSON of seed and key. */
export function chanceOf(seed: string, gradeKey: string): string {
  return createHash('sha256')
    .update(JSON.stringify([seed, gradeKey]))
    .digest('hex');
}

/** A population as it is kept: in order of key, whatever order it came in. */
export function inOrder(population: readonly DrawnFrom[]): DrawnFrom[] {
  return [...population].sort((one, other) => compare(one.gradeKey, other.gradeKey));
}

/** What changes as soon as one grade of the population does: SHA-256, hex, of key, revision and number of each, in order of key. */
export function populationHash(population: readonly DrawnFrom[]): string {
  const rows = inOrder(population).map(({ gradeKey, revision, tenths }) => [gradeKey, revision, tenths ?? null]);
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

function eligibleIn(population: readonly DrawnFrom[], method: DrawMethod): readonly DrawnFrom[] {
  switch (method.kind) {
    case 'number':
    case 'percentage':
      return population;
    case 'range': {
      const { fromTenths, toTenths } = method;
      return population.filter(({ tenths }) => tenths !== undefined && tenths >= fromTenths && tenths <= toTenths);
    }
    case 'hand':
      return population.filter(({ gradeKey }) => method.gradeKeys.includes(gradeKey));
  }
}

function sizeOf(method: DrawMethod, eligible: number): number {
  switch (method.kind) {
    case 'number':
      return method.count;
    case 'percentage':
      return Math.ceil((eligible * method.percent) / 100);
    case 'range':
      return method.count ?? eligible;
    case 'hand':
      return eligible;
  }
}

// By code unit and not by language: the same everywhere.
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
