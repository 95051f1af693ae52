import { describe, expect, it } from '@jest/globals';
import {
  complaintAbout,
  complaintAboutOutline,
  lackingIn,
  sameOutline,
} from '@buitenboord/shared/domain/pta/pta-outline.js';
import { aComponent, anOutline } from '../../../../support/pta.js';

const table = { practise: 45, sufficient: 65, good: 85 };

describe('whether a component holds together', () => {
  it('lets a company count only with the programme’s own table from levels to grades', () => {
    expect(complaintAbout(aComponent({ companyWeight: 40 }))).toBe('needs-level-grades');
    expect(complaintAbout(aComponent({ companyWeight: 40, levelGrades: table }))).toBeUndefined();
    expect(complaintAbout(aComponent({ companyWeight: 0 }))).toBeUndefined();
  });

  it('keeps shares and tables away from O/V/G and met', () => {
    expect(complaintAbout(aComponent({ scale: 'ordinal', levelGrades: table }))).toBe('only-for-numbers');
    expect(complaintAbout(aComponent({ scale: 'met', companyWeight: 10 }))).toBe('only-for-numbers');
  });

  it('wants grades that rise with the levels', () => {
    expect(complaintAbout(aComponent({ levelGrades: { practise: 70, sufficient: 65, good: 85 } }))).toBe(
      'levels-out-of-order',
    );
  });
});

describe('whether a programme holds together', () => {
  it('names the component that is there twice', () => {
    const outline = anOutline({ components: [aComponent(), aComponent({ title: 'Anders' })] });
    expect(complaintAboutOutline(outline)).toEqual({ complaint: 'duplicate-component', component: 'SE1' });
  });

  it('wants a school year of two years in a row', () => {
    expect(complaintAboutOutline(anOutline({ schoolYear: '2026-2028' }))).toEqual({
      complaint: 'school-year-not-following',
    });
    expect(complaintAboutOutline(anOutline())).toBeUndefined();
  });

  it('compares content and not the order of fields', () => {
    const { components, ...rest } = anOutline();
    expect(sameOutline({ components, ...rest }, anOutline())).toBe(true);
    expect(sameOutline(anOutline({ components: [aComponent({ weight: 3 })] }), anOutline())).toBe(false);
  });

  it('lets a gate be judged without a grade only [pta.gate]', () => {
    expect(complaintAbout(aComponent({ gate: true }))).toBe('gate-is-no-number');
    expect(complaintAbout(aComponent({ gate: true, scale: 'ordinal' }))).toBeUndefined();
    expect(complaintAbout(aComponent({ gate: true, scale: 'met' }))).toBeUndefined();
  });

  it('wants a company that counts to have a share and a table, and one that advises none [pta.company-share-needs-table]', () => {
    expect(complaintAbout(aComponent({ companyRole: 'counts' }))).toBe('role-and-share-differ');
    expect(complaintAbout(aComponent({ companyRole: 'advice', companyWeight: 40, levelGrades: table }))).toBe(
      'role-and-share-differ',
    );
    expect(complaintAbout(aComponent({ companyRole: 'advice' }))).toBeUndefined();
  });

  it('knows which components don’t say what and when [pta.says-what-and-when]', () => {
    const components = [
      aComponent(),
      aComponent({ code: 'SE2', content: ' ', subtasks: [], period: '' }),
      aComponent({ code: 'SE3', content: '' }),
    ];
    expect(lackingIn({ components })).toEqual({ content: ['SE2'], period: ['SE2'] });
  });
});
