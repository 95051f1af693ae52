import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawSample, populationHash } from '@buitenboord/shared/use-cases/quality-sample/draw-sample.js';
import type { DrawMethod, DrawnFrom } from '@buitenboord/shared/domain/quality-sample/quality-sample.js';

const grade = fc.record({
  gradeKey: fc.string({ minLength: 1, maxLength: 12 }),
  revision: fc.integer({ min: 1, max: 5 }),
  tenths: fc.integer({ min: 10, max: 100 }),
});
const population = fc.uniqueArray(grade, { minLength: 1, maxLength: 60, selector: ({ gradeKey }) => gradeKey });
const seed = fc.string({ minLength: 1, maxLength: 20 });
const shuffled = (all: readonly DrawnFrom[], by: number) =>
  [...all.slice(by % all.length), ...all.slice(0, by % all.length)].reverse();
const many = (count: number): DrawnFrom[] =>
  Array.from({ length: count }, (_, index) => ({ gradeKey: `g${index}`, revision: 1, tenths: 10 + (index % 91) }));

describe('drawing a quality sample', () => {
  it('draws as many different grades of the population as were asked for, or all there are', () => {
    fc.assert(
      fc.property(population, seed, fc.integer({ min: 1, max: 80 }), (all, word, count) => {
        const drawn = drawSample(all, { kind: 'number', count }, word);
        expect(new Set(drawn).size).toBe(Math.min(count, all.length));
        expect(all.map(({ gradeKey }) => gradeKey)).toEqual(expect.arrayContaining(drawn));
      }),
    );
  });

  it('gives the same draw for the same seed, whatever order the grades come in [sample.repeatable]', () => {
    fc.assert(
      fc.property(population, seed, fc.nat(), fc.integer({ min: 1, max: 100 }), (all, word, by, percent) => {
        const method: DrawMethod = { kind: 'percentage', percent };
        expect(drawSample(shuffled(all, by), method, word)).toEqual(drawSample(all, method, word));
        expect(populationHash(shuffled(all, by))).toBe(populationHash(all));
      }),
    );
  });

  it('gives another draw for another seed', () => {
    const draws = Array.from({ length: 50 }, (_, index) =>
      drawSample(many(100), { kind: 'number', count: 10 }, `${index}`),
    );
    expect(new Set(draws.map((draw) => draw.join())).size).toBe(50);
  });

  it('draws every grade about as often as another', () => {
    const times = new Map<string, number>();
    for (let word = 0; word < 2000; word++)
      for (const key of drawSample(many(10), { kind: 'number', count: 3 }, `${word}`))
        times.set(key, (times.get(key) ?? 0) + 1);
    for (const count of times.values()) expect(Math.abs(count - 600)).toBeLessThan(100);
  });

  it('adds grades when more are asked for, and takes none back', () => {
    const [few, more] = [3, 8].map((count) => drawSample(many(30), { kind: 'number', count }, 'woord'));
    expect(more).toEqual(expect.arrayContaining(few!));
  });

  it('rounds a percentage up, so that a small class has a sample too', () => {
    const size = (count: number, percent: number) =>
      drawSample(many(count), { kind: 'percentage', percent }, 'x').length;
    expect([size(1, 1), size(28, 10), size(30, 10), size(20, 100)]).toEqual([1, 3, 3, 20]);
  });

  it('takes the grades within a range, limits included, or a number of them', () => {
    const all = [49, 50, 55, 60, 61].map((tenths) => ({ gradeKey: `${tenths}`, revision: 1, tenths }));
    const range = { kind: 'range', fromTenths: 50, toTenths: 60 } as const;
    const words = { gradeKey: 'zonder', revision: 1 };
    expect(drawSample([...all, words], range, 'x')).toEqual(['50', '55', '60']);
    const two = drawSample(all, { ...range, count: 2 }, 'x');
    expect(two).toHaveLength(2);
    expect(['50', '55', '60']).toEqual(expect.arrayContaining(two));
  });

  it('takes by hand what was named, and nothing that isn’t there', () => {
    expect(drawSample(many(5), { kind: 'hand', gradeKeys: ['g3', 'g1', 'weg'] }, 'x')).toEqual(['g1', 'g3']);
  });

  it('refuses to draw nothing', () => {
    const nothing = () => drawSample(many(5), { kind: 'hand', gradeKeys: ['weg'] }, 'x');
    expect(nothing).toThrow('sample/nothing-to-draw');
  });
});
