import { describe, expect, it } from '@jest/globals';
import { isOfEnd, momentOf, momentsOf } from '@buitenboord/shared/domain/assessment/moment.js';
import { overTime, type SeenObservation } from '@buitenboord/shared/domain/assessment/observation.js';

describe('moments of assessment', () => {
  it('are only the end for an activity from before there were several', () => {
    expect(momentsOf({ title: 'Lasframe' })).toEqual(['end']);
  });

  it('are in order, and the end is always one of them', () => {
    expect(momentsOf({ title: 'Lasframe', moments: ['middle', 'start'] })).toEqual(['start', 'middle', 'end']);
  });

  it('[assessment.end-counts] only a record of the end can carry a grade; one without a moment is of the end', () => {
    expect(momentOf({ attempt: 1 })).toBe('end');
    expect([undefined, 'start', 'middle', 'end'] as const).toHaveLength(4);
    const carried = ([undefined, 'start', 'middle', 'end'] as const).filter((moment) =>
      isOfEnd({ attempt: 1, moment }),
    );
    expect(carried).toEqual([undefined, 'end']);
  });

  it('[assessment.attitude-without-grade] observations are words in the order of time, with no place for a grade', () => {
    const seen = (from: SeenObservation['from'], at: string): SeenObservation => ({
      from,
      topic: 'attitude',
      words: 'Op tijd.',
      at,
    });
    const shown = overTime([seen('company', '2026-06-03'), seen('teacher', '2026-06-01')]);
    expect(shown.map(({ from }) => from)).toEqual(['teacher', 'company']);
    expect(Object.keys(shown[0]!).sort()).toEqual(['at', 'from', 'topic', 'words']);
  });
});
