import type { PtaComponent } from '@buitenboord/shared/domain/pta/pta.js';
import type { PtaOutline } from '@buitenboord/shared/domain/pta/pta-outline.js';

/** A component with a grade, without a share for the company. */
export function aComponent(fields: Partial<PtaComponent> = {}): PtaComponent {
  return {
    code: 'SE1',
    title: 'Lasframe',
    content: 'Lassen volgens een tekening',
    subtasks: ['1.1'],
    kind: 'praktijkopdracht',
    scale: 'number',
    weight: 2,
    period: 'periode 2',
    place: 'school',
    resit: true,
    gate: false,
    companyRole: (fields.companyWeight ?? 0) > 0 ? 'counts' : 'none',
    companyWeight: 0,
    ...fields,
  };
}

/** A programme of one subject with one component. */
export function anOutline(fields: Partial<PtaOutline> = {}): PtaOutline {
  return {
    cohort: '2025',
    leerweg: 'kb',
    schoolYear: '2026-2027',
    subject: { code: '1305', title: 'Plaat- en constructiewerk' },
    components: [aComponent()],
    ...fields,
  };
}

/** A programme's file, with one row of which some cells can be changed. */
export function aPtaFile(...rows: readonly Readonly<Record<string, string>>[]): string {
  const lines = (rows.length > 0 ? rows : [{}]).map((row) => Object.values({ ...aPtaRow, ...row }).join(';'));
  return [Object.keys(aPtaRow).join(';'), ...lines].join('\r\n');
}

const aPtaRow = {
  cohort: '2025',
  leerweg: 'kb',
  schoolYear: '2026-2027',
  subjectCode: '1305',
  subjectTitle: 'Plaat- en constructiewerk',
  component: 'SE1',
  title: 'Lasframe',
  content: 'Lassen volgens een tekening',
  subtasks: '1.1, 1.2',
  kind: 'praktijkopdracht',
  scale: 'cijfer',
  weight: '2',
  period: 'periode 2',
  place: 'beide',
  resit: 'ja',
  gate: 'nee',
  companyRole: 'telt mee',
  companyWeight: '40',
  gradePractise: '4,5',
  gradeSufficient: '6,5',
  gradeGood: '8,5',
};
