import type { PtaComponent } from '@buitenboord/shared/domain/pta/pta.js';
import type { PtaOutline } from '@buitenboord/shared/domain/pta/pta-outline.js';

/** The programme of a third-year class in a school year. */
export function demoPta(schoolYear: string): PtaOutline {
  return {
    cohort: String(Number(schoolYear.slice(0, 4)) - 2),
    leerweg: 'kb',
    schoolYear,
    subject: { code: '1305', title: 'Plaat- en constructiewerk' },
    components: [theory, workpiece, attitude, safety],
  };
}

const theory: PtaComponent = {
  code: 'SE1',
  title: 'Theorie',
  content: 'Tekening lezen, materialen, gereedschap, maten en hoeken.',
  subtasks: ['1.1', '1.2'],
  kind: 'toets',
  scale: 'number',
  weight: 1,
  period: 'periode 2, herkansing in periode 3',
  place: 'school',
  resit: true,
  gate: false,
  companyRole: 'none',
  companyWeight: 0,
};

const workpiece: PtaComponent = {
  ...theory,
  code: 'SE2',
  title: 'Werkstuk bij een bedrijf',
  content: 'Een werkstuk van plaat maken volgens een tekening, en nameten.',
  subtasks: ['2.1', '2.2', '2.3'],
  kind: 'praktijk',
  weight: 2,
  period: 'periode 3, herkansing in periode 4',
  place: 'both',
  companyRole: 'counts',
  companyWeight: 40,
  levelGrades: { practise: 45, sufficient: 65, good: 85 },
};

const attitude: PtaComponent = {
  ...theory,
  code: 'HO1',
  title: 'Beroepshouding',
  content: 'Op tijd komen, vragen stellen, opruimen.',
  subtasks: [],
  kind: 'houding',
  scale: 'ordinal',
  weight: 0,
  period: 'het hele jaar',
  place: 'both',
  resit: false,
  companyRole: 'advice',
};

const safety: PtaComponent = {
  ...attitude,
  code: 'VE1',
  title: 'Veilig werken',
  content: 'De regels van de werkplaats kennen en volgen.',
  kind: 'praktijk',
  scale: 'met',
  period: 'voor het eerste werkstuk',
  gate: true,
};
