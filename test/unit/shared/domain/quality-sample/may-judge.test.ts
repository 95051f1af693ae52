import { describe, expect, it } from '@jest/globals';
import { mayJudge } from '@buitenboord/shared/domain/quality-sample/may-judge.js';

const sample = { drawnBy: 'drawer', method: { kind: 'number', count: 1 } as const };
const byRange = { ...sample, method: { kind: 'range', fromTenths: 50, toTenths: 60 } as const };
const somebody = { person: 'x', settledBy: ['teacher'], sawFirst: false };
const open = { state: 'drawn' } as const;

describe('who may give a second judgement [sample.blind]', () => {
  it('is a colleague who doesn’t know the first, also the one who drew by chance', () => {
    expect(mayJudge(sample, open, somebody).kind).toBe('allowed');
    expect(mayJudge(sample, open, { ...somebody, person: 'drawer' }).kind).toBe('allowed');
  });

  it('is nobody who settled any revision of the grade', () => {
    const verdict = mayJudge(sample, open, { ...somebody, person: 'teacher' });
    expect(verdict).toEqual({ kind: 'refused', because: 'settled-it' });
  });

  it('is nobody who saw the grade here, or drew by a range of grades', () => {
    const knows = { kind: 'refused', because: 'knows-the-grade' };
    expect(mayJudge(sample, open, { ...somebody, sawFirst: true })).toEqual(knows);
    expect(mayJudge(byRange, open, { ...somebody, person: 'drawer' })).toEqual(knows);
    expect(mayJudge(byRange, open, somebody).kind).toBe('allowed');
  });

  it('happens once', () => {
    const verdict = mayJudge(sample, { state: 'judged' }, somebody);
    expect(verdict).toEqual({ kind: 'refused', because: 'already-judged' });
  });
});
