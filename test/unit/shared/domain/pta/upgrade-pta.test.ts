import { describe, expect, it } from '@jest/globals';
import { Pta } from '@buitenboord/shared/domain/pta/pta.js';
import { upgradePta } from '@buitenboord/shared/domain/pta/upgrade-pta.js';

const old = {
  line: 'l',
  cohort: '2025',
  leerweg: 'kb',
  schoolYear: '2026-2027',
  subject: { code: '1305', title: 'Plaat- en constructiewerk' },
  number: 1,
  state: 'superseded',
  components: [
    { code: 'SE1', title: 'Theorie', kind: 'toets', scale: 'number', weight: 1, resit: true, companyWeight: 0 },
    {
      ...{
        code: 'SE2',
        title: 'Werkstuk',
        kind: 'praktijk',
        scale: 'number',
        weight: 2,
        resit: true,
        companyWeight: 40,
      },
      levelGrades: { practise: 45, sufficient: 65, good: 85 },
    },
    { code: 'HO1', title: 'Houding', kind: 'houding', scale: 'ordinal', weight: 0, resit: false, companyWeight: 0 },
  ],
  madeBy: 'x',
  madeAt: '2026-09-01T08:00:00.000Z',
};

describe('a programme that was stored before components said more', () => {
  it('fits the present schema and means what it meant: shares count, others advise, nothing is a gate', () => {
    const upgraded = Pta.parse(upgradePta(old));
    expect(upgraded.state).toBe('amended');
    expect(upgraded.components.map(({ companyRole, place, gate }) => [companyRole, place, gate])).toEqual([
      ['advice', 'school', false],
      ['counts', 'both', false],
      ['advice', 'school', false],
    ]);
    expect(upgraded.components[1]).toMatchObject({ companyWeight: 40, levelGrades: { good: 85 }, weight: 2 });
  });

  it('stays a draft or adopted when it was', () => {
    for (const state of ['draft', 'adopted']) expect(Pta.parse(upgradePta({ ...old, state })).state).toBe(state);
  });
});
