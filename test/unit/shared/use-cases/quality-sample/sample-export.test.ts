import { describe, expect, it } from '@jest/globals';
import { drawSample, populationHash } from '@buitenboord/shared/use-cases/quality-sample/draw-sample.js';
import { drawRule, replayDraw, SampleExport } from '@buitenboord/shared/use-cases/quality-sample/sample-export.js';

const population = Array.from({ length: 40 }, (_, index) => ({
  gradeKey: `g${index}`,
  revision: 1,
  tenths: 10 + index,
}));
const method = { kind: 'number', count: 4 } as const;
const anExport = (fields: Partial<SampleExport> = {}): SampleExport =>
  SampleExport.parse({
    ...{ format: 'buitenboord-quality-sample', formatVersion: 1, rule: drawRule, sample: 's', component: 'pta:l:SE1' },
    ...{ drawnAt: '2026-11-10T09:00:00.000Z', method, seed: 'woord', population, cases: [] },
    populationHash: populationHash(population),
    drawn: drawSample(population, method, 'woord'),
    ...fields,
  });

describe('doing a draw again from its export', () => {
  it('finds the same grades, also when the file was put in another order [sample.repeatable]', () => {
    expect(replayDraw(anExport())).toEqual({ kind: 'same', drawn: 4, population: 40 });
    const turned = anExport({ population: [...population].reverse(), drawn: [...anExport().drawn].reverse() });
    expect(replayDraw(turned).kind).toBe('same');
  });

  it('sees that a grade was left out of the population, or is another one now', () => {
    expect(replayDraw(anExport({ population: population.slice(1) })).kind).toBe('population-changed');
    const other = population.map((each, index) => (index === 7 ? { ...each, tenths: 99 } : each));
    expect(replayDraw(anExport({ population: other })).kind).toBe('population-changed');
  });

  it('sees that another grade was put in the place of one that was drawn', () => {
    const { drawn } = anExport();
    const [first, ...rest] = drawn;
    const stranger = population.find(({ gradeKey }) => !drawn.includes(gradeKey))!.gradeKey;
    const verdict = replayDraw(anExport({ drawn: [stranger, ...rest] }));
    expect(verdict).toEqual({ kind: 'other-draw', missing: [stranger], extra: [first] });
  });

  it('sees that another seed was used', () => {
    expect(replayDraw(anExport({ seed: 'ander woord' })).kind).toBe('other-draw');
  });
});
