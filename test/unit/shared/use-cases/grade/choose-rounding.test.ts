import { beforeEach, describe, expect, it } from '@jest/globals';
import { auditEntries, schools } from '@buitenboord/shared/store/collections.js';
import { put, type Store } from '@buitenboord/shared/store/port.js';
import { chooseRounding, schoolRounding } from '@buitenboord/shared/use-cases/grade/choose-rounding.js';
import { settleGrade } from '@buitenboord/shared/use-cases/grade/settle-grade.js';
import { anAdoptedPta } from '../../../../support/adopted-pta.js';
import { fixedClock, type FixedClock } from '../../../../support/fixed-clock.js';
import { aComponent } from '../../../../support/pta.js';
import { anActivity, aSchool, type StandingSchool } from '../../../../support/school.js';
import { aSettledGrade } from '../../../../support/settled-grades.js';
import { openTestStore } from '../../../../support/test-store.js';

let store: Store;
let now: FixedClock;
let at: StandingSchool;
beforeEach(async () => {
  store = await openTestStore();
  now = fixedClock('2026-11-10T09:00:00.000Z');
  at = await aSchool(store);
  const { version, id: _id, seRounding: _chosen, ...school } = (await store.get(schools, { id: at.school }))!;
  await store.commit([put(schools, { id: at.school }, school, version)]);
});

const choose = (regime: 'direct' | 'viaOneDecimal') =>
  chooseRounding({ store, now }, { school: at.school, actor: 'secretary', regime });
const rounding = () => schoolRounding({ store, now }, at.school);
const aNumber = (settledAt: string, component = 'pta:line:SE1') =>
  aSettledGrade(store, at, { student: at.students[0]!, component, settledAt });

describe('choosing how a school rounds', () => {
  it('has no default; the choice holds from this school year on and is in the audit trail', async () => {
    expect(await rounding()).toEqual({ regime: undefined, choices: [], isFixed: false, nextFrom: '2026-2027' });
    await choose('direct');
    expect(await rounding()).toMatchObject({
      regime: 'direct',
      choices: [{ from: '2026-2027' }],
    });
    const { items } = await store.find(auditEntries, { where: { school: at.school } });
    expect(items.map(({ action, actor }) => `${actor} ${action}`)).toEqual(['secretary school/rounding-chosen']);
    await choose('direct');
    expect((await store.find(auditEntries, { where: { school: at.school } })).items).toHaveLength(1);
  });

  it('can be changed for this year until a number that counts was settled in it [grade.rounding-for-all]', async () => {
    await choose('direct');
    await aNumber('2026-07-30T10:00:00.000Z', 'pta:line:SE8');
    await aNumber('2026-11-09T10:00:00.000Z', 'activity:a');
    await choose('viaOneDecimal');
    expect((await rounding()).choices).toMatchObject([{ regime: 'viaOneDecimal', from: '2026-2027' }]);
    await aNumber('2026-11-09T10:00:00.000Z');
    await choose('direct');
    expect(await rounding()).toMatchObject({
      regime: 'viaOneDecimal',
      isFixed: true,
      nextFrom: '2027-2028',
      choices: [{ from: '2026-2027' }, { regime: 'direct', from: '2027-2028' }],
    });
    now.advance(300 * 24 * 60 * 60_000);
    expect((await rounding()).regime).toBe('direct');
  });

  it('comes before any number that counts is settled; words and practice don’t wait [grade.rounding-is-chosen]', async () => {
    const line = await anAdoptedPta(store, at.school, [aComponent(), aComponent({ code: 'HO1', scale: 'ordinal' })]);
    const activityFor = (code: string, scale: 'number' | 'ordinal') =>
      anActivity(store, at, { counting: { kind: 'pta', line, code, scale } });
    const settle = async (activity: string, value: Parameters<typeof settleGrade>[1]['value']) =>
      settleGrade(
        { store, now },
        {
          ...{ school: at.school, activity, student: at.students[0]!, attempt: 1, value, remark: '', reason: '' },
          ...{ by: at.teacher, seenRevision: 0 },
        },
      );
    const numbered = await activityFor('SE1', 'number');
    await expect(settle(numbered, { kind: 'tenths', tenths: 65 })).rejects.toMatchObject({
      code: 'grade/rounding-not-chosen',
    });
    await expect(
      settle(await activityFor('HO1', 'ordinal'), { kind: 'ordinal', judgement: 'V' }),
    ).resolves.toBeDefined();
    await expect(settle(at.activity, { kind: 'met', met: true })).resolves.toBeDefined();
    await choose('viaOneDecimal');
    await expect(settle(numbered, { kind: 'tenths', tenths: 65 })).resolves.toEqual({ revision: 1 });
  });
});
