import { describe, expect, it } from '@jest/globals';
import {
  filledRows,
  parsePlanForm,
  toTyped,
  typedPlan,
  withRows,
  type TypedPlan,
} from '@buitenboord/lti-tool/placement/plan-form.js';
import type { PlacementPlan } from '@buitenboord/shared/domain/placement/placement-plan.js';
import { madeAt } from '../../../support/records.js';
import { aPlanWanted } from '../../../support/plans.js';
import { aDay } from '../../../support/schedules.js';

const right: TypedPlan = {
  kind: 'blockPlacement',
  setting: 'industry',
  date: ['2026-05-11', '2026-05-12', ''],
  from: ['09:00', '10:00', ''],
  to: ['15:30', '14:00', ''],
  breaks: ['15+15', '', ''],
  schoolHours: '5,5',
  tasks: 'Je last.\r\nJe slijpt.',
  hazard: ['noise'],
  supervision: 'expert',
};
const wrongIn = (change: TypedPlan) => {
  const parsed = parsePlanForm({ ...right, ...change });
  return parsed.kind === 'wrong' ? { fields: [...parsed.errors.fields], rows: [...parsed.errors.rows] } : undefined;
};

describe('the form of a plan', () => {
  it('becomes a plan; an empty row is none', () => {
    expect(parsePlanForm(right)).toMatchObject({
      kind: 'right',
      wanted: {
        kind: 'blockPlacement',
        setting: 'industry',
        days: [
          { date: '2026-05-11', from: '09:00', to: '15:30', breaks: [15, 15] },
          { date: '2026-05-12', from: '10:00', to: '14:00', breaks: [] },
        ],
        schoolWeek: [330, 330, 330, 330, 330, 0, 0],
        tasks: 'Je last.\nJe slijpt.',
        hazards: ['noise'],
        supervision: 'expert',
      },
    });
  });

  it('says which rows can’t be read, and a day that is there twice', () => {
    expect(wrongIn({ from: ['9', '10:00', ''] })).toEqual({ fields: ['days'], rows: [0] });
    expect(wrongIn({ breaks: ['half uur', '', ''] })).toEqual({ fields: ['days'], rows: [0] });
    expect(wrongIn({ date: ['2026-05-11', '2026-05-11', ''] })).toEqual({ fields: ['days'], rows: [1] });
    expect(wrongIn({ date: [] })).toEqual({ fields: ['days'], rows: [] });
  });

  it.each([
    [{ schoolHours: 'zes' }, 'schoolHours'],
    [{ schoolHours: '25' }, 'schoolHours'],
    [{ jobWeek: '-1' }, 'jobWeek'],
    [{ jobDay: 'veel' }, 'jobDay'],
    [{ schoolSameDay: 'half' }, 'schoolSameDay'],
    [{ holidayFrom: ['2026-05-20'], holidayTo: ['2026-05-10'] }, 'holidays'],
    [{ sbbNumber: '123', sbbCheckedOn: '' }, 'recognition'],
    [{ kind: 'entreeBpv', teachingHours: '0' }, 'entree'],
    [{ kind: 'nothing' }, 'other'],
  ] as const)('%j is wrong in its field', (change, field) => {
    expect(wrongIn(change)?.fields).toEqual([field]);
  });

  it('puts days ready: the chosen weekdays of a period, outside holidays', () => {
    const pattern = {
      first: '2026-05-04',
      last: '2026-05-17',
      weekday: ['1', '6'],
      fillFrom: '09:00',
      fillTo: '15:00',
    };
    expect(filledRows(pattern)?.map(({ date }) => date)).toEqual([
      '2026-05-04',
      '2026-05-09',
      '2026-05-11',
      '2026-05-16',
    ]);
    const holidays = { holidayFrom: ['2026-05-04'], holidayTo: ['2026-05-10'] };
    expect(filledRows({ ...pattern, ...holidays })).toHaveLength(2);
    expect(filledRows({ ...pattern, ...holidays, kind: 'communityService' })).toHaveLength(4);
    expect(filledRows({ ...pattern, last: '2026-05-01' })).toBeUndefined();
    expect(filledRows({ ...pattern, fillFrom: '' })).toBeUndefined();
  });

  it('shows a plan as it was typed, whatever is in it', () => {
    const wanted = aPlanWanted({
      kind: 'entreeBpv',
      doesTasks: true,
      days: [{ ...aDay('2026-05-11'), schoolMinutes: 90 }],
      schoolWeek: [300, 300, 300, 300, 300, 0, 0],
      holidays: [{ from: '2026-05-20', to: '2026-05-25' }],
      sideJob: { dayMinutes: 60, weekMinutes: 180 },
      hazards: ['noise', 'tractor'],
      recognition: { number: '100', checkedOn: '2026-01-01' },
      entree: { route: 'bbl', teachingMinutes: 6000 },
    });
    const plan: PlacementPlan = {
      ...wanted,
      activity: 'a',
      student: 's',
      accepted: [],
      savedBy: 't',
      savedAt: madeAt,
    };
    expect(parsePlanForm(toTyped(plan))).toEqual({ kind: 'right', wanted });
  });

  it('takes two hundred days and no more', () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, day) => ({
        date: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
        from: '09:00',
        to: '12:00',
        breaks: '',
      }));
    expect(parsePlanForm(withRows(right, rows(200))).kind).toBe('right');
    expect(parsePlanForm(withRows(right, rows(201))).kind).toBe('wrong');
    expect(() => typedPlan(withRows(right, rows(400)))).toThrow();
  });
});
