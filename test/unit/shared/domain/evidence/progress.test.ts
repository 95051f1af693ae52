import { describe, expect, it } from '@jest/globals';
import { nextStep, stepsOf } from '@buitenboord/shared/domain/evidence/progress.js';

const activity = {
  safety: 'Draag je helm.',
  evidence: [
    { kind: 'photo' as const, count: 2 },
    { kind: 'text' as const, count: 3 },
  ],
};

describe('the steps of a work', () => {
  it('come in the order to take them', () => {
    expect(stepsOf(activity, { read: [], draft: '' }, [])).toEqual([
      { kind: 'task', done: false },
      { kind: 'safety', done: false },
      { kind: 'photo', done: false, have: 0, asked: 2 },
      { kind: 'text', done: false, sentences: 3 },
    ]);
  });

  it('have no safety where there are no rules', () => {
    const steps = stepsOf({ ...activity, safety: ' \n' }, { read: [], draft: '' }, []);
    expect(steps.map(({ kind }) => kind)).toEqual(['task', 'photo', 'text']);
  });

  it('count files of their own kind, and text that says something', () => {
    const files = [{ kind: 'photo' as const }, { kind: 'photo' as const }, { kind: 'video' as const }];
    const steps = stepsOf(activity, { read: ['task'], draft: ' \n ' }, files);
    expect(steps.map(({ done }) => done)).toEqual([true, false, true, false]);
  });

  it('lead to the first that isn’t done, and then to handing in', () => {
    const files = [{ kind: 'photo' as const }, { kind: 'photo' as const }];
    expect(nextStep(stepsOf(activity, { read: ['safety'], draft: '' }, []))).toMatchObject({ kind: 'task' });
    expect(nextStep(stepsOf(activity, { read: ['task', 'safety'], draft: 'x' }, []))).toMatchObject({ kind: 'photo' });
    expect(nextStep(stepsOf(activity, { read: ['task', 'safety'], draft: 'x' }, files))).toBeUndefined();
  });
});
