import { describe, expect, it } from '@jest/globals';
import type { SettledGrade } from '@buitenboord/shared/domain/grade/settled-grade.js';
import { sameRows, shownRows, takeOverRows } from '@buitenboord/shared/domain/grade/take-over-list.js';

function aGrade(fields: Partial<SettledGrade> = {}): SettledGrade {
  return {
    gradeKey: 'k1',
    revision: 1,
    student: 's1',
    component: 'pta:line:SE1',
    attempt: 1,
    activity: 'a1',
    course: 'c1',
    value: { kind: 'tenths', tenths: 74 },
    remark: '',
    reason: '',
    settledBy: 't1',
    settledAt: '2026-06-09T10:00:00.000Z',
    ...fields,
  };
}

const confirmed = { rows: [{ gradeKey: 'k1', revision: 1 }], confirmedAt: '2026-06-10T10:00:00.000Z' };

describe('the rows of a take-over list', () => {
  it('hold the newest revision of each grade only', () => {
    const rows = takeOverRows(
      [aGrade({ revision: 2, value: { kind: 'tenths', tenths: 81 } }), aGrade()],
      'c1',
      undefined,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ revision: 2, value: { kind: 'tenths', tenths: 81 }, mark: 'new' });
  });

  it('are the same, and taken over, when the confirmed list held this revision', () => {
    expect(takeOverRows([aGrade()], 'c1', confirmed)[0]).toMatchObject({
      mark: 'same',
      takenOverAt: confirmed.confirmedAt,
    });
  });

  it('are changed when a later revision was settled, and then nobody has taken it over', () => {
    const [row] = takeOverRows([aGrade(), aGrade({ revision: 2 })], 'c1', confirmed);
    expect(row).toMatchObject({ mark: 'changed', revision: 2 });
    expect(row).not.toHaveProperty('takenOverAt');
  });

  it('are withdrawn when the grade was settled anew in another course, and never were there otherwise', () => {
    const moved = [aGrade(), aGrade({ revision: 2, course: 'c2' })];
    expect(takeOverRows(moved, 'c1', confirmed)[0]).toMatchObject({ mark: 'withdrawn' });
    expect(takeOverRows(moved, 'c1', undefined)).toEqual([]);
    expect(takeOverRows(moved, 'c2', undefined)[0]).toMatchObject({ mark: 'new', revision: 2 });
  });

  it('compare as sets, with withdrawn ones as revision 0', () => {
    const rows = takeOverRows(
      [aGrade({ gradeKey: 'k2' }), aGrade(), aGrade({ revision: 2, course: 'c2' })],
      'c1',
      confirmed,
    );
    expect(
      sameRows(shownRows(rows), [
        { gradeKey: 'k1', revision: 0 },
        { gradeKey: 'k2', revision: 1 },
      ]),
    ).toBe(true);
    expect(sameRows(shownRows(rows), [{ gradeKey: 'k2', revision: 1 }])).toBe(false);
    expect(
      sameRows(shownRows(rows), [
        { gradeKey: 'k1', revision: 2 },
        { gradeKey: 'k2', revision: 1 },
      ]),
    ).toBe(false);
  });
});
