import { describe, expect, it } from '@jest/globals';
import { closesWork, mayDo, type WorkAction, type WorkStanding } from '@buitenboord/shared/domain/evidence/may-do.js';

const actions: WorkAction[] = ['write', 'add-file', 'remove-file', 'hand-in', 'take-back'];
const standing = (fields: Partial<WorkStanding>): WorkStanding => ({
  state: 'open',
  judged: false,
  settled: false,
  ...fields,
});
const allowed = (fields: Partial<WorkStanding>): WorkAction[] =>
  actions.filter((action) => mayDo(action, standing(fields)).kind === 'allowed');

describe('what a student may do with her work', () => {
  it.each([
    ['is open: everything', {}, actions],
    ['is handed in: write, and take it back first', { state: 'handedIn' as const }, ['write', 'hand-in', 'take-back']],
    ['is judged by the company: no way back', { state: 'handedIn' as const, judged: true }, ['write', 'hand-in']],
    ['was judged before it was handed in: everything', { judged: true }, actions],
    ['is settled: nothing', { settled: true }, []],
    ['is assessed: nothing', { state: 'assessed' as const }, []],
  ])('that %s', (_name, fields, expected) => {
    expect(allowed(fields)).toEqual(expected);
  });

  it('is told which of two reasons it is', () => {
    expect(mayDo('add-file', standing({ state: 'handedIn' }))).toEqual({ kind: 'refused', because: 'handed-in' });
    expect(mayDo('add-file', standing({ settled: true }))).toEqual({ kind: 'refused', because: 'already-assessed' });
  });

  it('is not over by "catch up"', () => {
    expect(closesWork({ kind: 'catchUp' })).toBe(false);
    expect(closesWork({ kind: 'met', met: false })).toBe(true);
  });
});
