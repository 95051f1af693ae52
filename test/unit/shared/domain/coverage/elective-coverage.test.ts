import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { builtInProgramme } from '@buitenboord/shared/domain/programme/built-in-programme.js';
import { coverElective, mayComplete } from '@buitenboord/shared/domain/coverage/elective-coverage.js';
import { isOpen, standingKinds, standingOfSubtask } from '@buitenboord/shared/domain/coverage/standing.js';
import { CoverageDone, type CoveragePlan } from '@buitenboord/shared/domain/coverage/subtask-coverage.js';
import { plateWork, sloId } from '../../../../support/programme.js';

const { subtasks } = builtInProgramme(plateWork)!;
const done: CoverageDone = {
  ...{ where: 'company', on: '2026-06-09', place: 'Van Beek', shownBy: 'werkstuk', works: [] },
  ...{ markedBy: 'teacher', markedAt: '2026-06-09T12:00:00.000Z' },
};
const notHere: CoveragePlan = { kind: 'notPossibleHere', reason: 'geen machine', elsewhere: 'op school' };

describe('where a subtask stands', () => {
  it('is "not yet" until somebody says something', () => {
    expect(standingOfSubtask(undefined)).toEqual({ kind: 'notYet' });
  });

  it('is planned at the company or at school, subtask by subtask [coverage.mixed-delivery]', () => {
    expect(standingOfSubtask({ plan: { kind: 'atCompany' } }).kind).toBe('plannedAtCompany');
    expect(standingOfSubtask({ plan: { kind: 'atSchool' } }).kind).toBe('plannedAtSchool');
    expect(standingOfSubtask({ done, plan: { kind: 'atSchool' } }).kind).toBe('doneAtCompany');
    expect(standingOfSubtask({ done: { ...done, where: 'school' } }).kind).toBe('doneAtSchool');
  });

  it('stays open when it can’t be done here, with the reason and where else [coverage.not-possible-here]', () => {
    const standing = standingOfSubtask({ plan: notHere });
    expect(standing).toEqual({ kind: 'notPossibleHere', reason: 'geen machine', elsewhere: 'op school' });
    expect(isOpen(standing)).toBe(true);
    expect(isOpen(standingOfSubtask({ plan: notHere, done }))).toBe(false);
  });
});

describe('that a subtask is done', () => {
  it.each([
    ['a date', { on: '' }],
    ['a place', { place: ' ' }],
    ['evidence', { shownBy: '' }],
  ])('takes %s [coverage.date-place-evidence]', (_what, missing) => {
    expect(CoverageDone.safeParse(done).success).toBe(true);
    expect(CoverageDone.safeParse({ ...done, ...missing }).success).toBe(false);
  });

  it('is shown by a work as well', () => {
    expect(CoverageDone.safeParse({ ...done, shownBy: '', works: ['w'] }).success).toBe(true);
  });
});

describe('an elective', () => {
  it('is complete when every subtask of the level was done, and else says which are open [coverage.every-subtask]', () => {
    const all = subtasks.map(({ sloId: subtask }) => ({ subtask, done }));
    expect(mayComplete(coverElective(subtasks, all))).toEqual({ kind: 'allowed' });
    const decision = mayComplete(coverElective(subtasks, all.slice(1)));
    expect(decision.kind === 'refused' && decision.open.map(({ subtask }) => subtask.sloId)).toEqual([
      subtasks[0]!.sloId,
    ]);
  });

  it('is never complete while nobody knows its subtasks', () => {
    expect(mayComplete(coverElective([], []))).toEqual({ kind: 'refused', open: [] });
  });

  it('counts nothing that isn’t of the student’s level', () => {
    expect(coverElective(subtasks, [{ subtask: sloId(9), done }]).done).toBe(0);
  });

  it('has every subtask in exactly one state, and is complete only when none is open', () => {
    const coverage = fc.oneof(
      fc.constant({}),
      fc.constant({ done }),
      fc.constantFrom<CoveragePlan[]>({ kind: 'atCompany' }, { kind: 'atSchool' }, notHere).map((plan) => ({ plan })),
    );
    fc.assert(
      fc.property(fc.array(coverage, { minLength: 5, maxLength: 5 }), (given) => {
        const coverages = subtasks.map(({ sloId: subtask }, index) => ({ subtask, ...given[index] }));
        const view = coverElective(subtasks, coverages);
        expect(standingKinds.reduce((sum, kind) => sum + view.counts[kind], 0)).toBe(subtasks.length);
        expect(view.done + view.open.length).toBe(subtasks.length);
        expect(mayComplete(view).kind === 'allowed').toBe(given.every((each) => 'done' in each));
      }),
    );
  });
});
