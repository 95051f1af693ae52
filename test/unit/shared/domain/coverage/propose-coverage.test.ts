import { describe, expect, it } from '@jest/globals';
import { proposeCoverage, type SettledWork } from '@buitenboord/shared/domain/coverage/propose-coverage.js';
import type { SubtaskCoverage } from '@buitenboord/shared/domain/coverage/subtask-coverage.js';
import type { GradeValue } from '@buitenboord/shared/domain/grade/grade-value.js';
import { plateWork, plateWorkSubtasks } from '../../../../support/programme.js';

const [first = '', second = ''] = plateWorkSubtasks;
const aWork = (fields: Partial<SettledWork> = {}): SettledWork => ({
  ...{
    student: 'sanne',
    work: 'w1',
    subtasks: [first, second],
    value: { kind: 'tenths', tenths: 74 },
    on: '2026-06-09',
  },
  ...fields,
});
const coverage = (fields: Partial<SubtaskCoverage>): SubtaskCoverage => ({
  ...{ student: 'sanne', elective: plateWork, subtask: first, declined: [] },
  ...fields,
});

describe('what settled works propose', () => {
  it('is each subtask of the assignment, with the day and the company [coverage.settled-work-proposes]', () => {
    expect(proposeCoverage([aWork({ company: 'Van Beek' })], [])).toEqual(
      [first, second].map((subtask) => ({
        student: 'sanne',
        subtask,
        work: 'w1',
        on: '2026-06-09',
        company: 'Van Beek',
      })),
    );
  });

  it('is nothing that was done or turned down before', () => {
    const done = {
      ...{ where: 'school' as const, on: '2026-06-01', place: 'x', shownBy: 'y', works: [] },
      ...{ markedBy: 't', markedAt: '2026-06-01T08:00:00.000Z' },
    };
    expect(proposeCoverage([aWork()], [coverage({ done }), coverage({ subtask: second, declined: ['w1'] })])).toEqual(
      [],
    );
    expect(proposeCoverage([aWork({ work: 'w2' })], [coverage({ declined: ['w1'] })])).toHaveLength(2);
  });

  it('is a subtask once, though two works show it', () => {
    expect(proposeCoverage([aWork(), aWork({ work: 'w2' })], []).map(({ work }) => work)).toEqual(['w1', 'w1']);
  });

  it.each<[string, GradeValue, number]>([
    ['a low grade', { kind: 'tenths', tenths: 10 }, 2],
    ['insufficient', { kind: 'ordinal', judgement: 'O' }, 2],
    ['met', { kind: 'met', met: true }, 2],
    ['not met', { kind: 'met', met: false }, 0],
    ['to catch up', { kind: 'catchUp' }, 0],
    ['an exemption', { kind: 'exemption' }, 0],
  ])('after %s is as many as were made', (_name, value, proposals) => {
    expect(proposeCoverage([aWork({ value })], [])).toHaveLength(proposals);
  });
});
