import { ptaColumns, type PtaColumn } from './pta-file.js';

/** Dutch names for the columns, beside our own. Case, spaces, hyphens and underscores don't matter. */
const dutchNames: Readonly<Record<PtaColumn, readonly string[]>> = {
  cohort: ['cohort'],
  leerweg: ['leerweg', 'niveau'],
  schoolYear: ['schooljaar'],
  subjectCode: ['vakcode'],
  subjectTitle: ['vak', 'vaknaam', 'keuzevak'],
  component: ['onderdeel', 'code', 'toetscode'],
  title: ['titel', 'omschrijving', 'naam'],
  content: ['inhoud', 'leerstof', 'stof'],
  subtasks: ['deeltaken', 'deeltaak', 'eindtermen'],
  kind: ['soort', 'toetsvorm', 'soorttoets'],
  scale: ['schaal', 'beoordeling'],
  weight: ['weging', 'gewicht'],
  period: ['periode', 'afnameperiode', 'wanneer'],
  place: ['plaats', 'waar'],
  resit: ['herkansing', 'herkansbaar'],
  gate: ['voorwaarde', 'moetvoldaan'],
  companyRole: ['rolbedrijf', 'oordeelbedrijf'],
  companyWeight: ['aandeelbedrijf', 'wegingbedrijf'],
  gradePractise: ['cijferoefenen', 'cijfernogoefenen'],
  gradeSufficient: ['cijfervoldoende'],
  gradeGood: ['cijfergoed'],
};

const columnOf = new Map<string, PtaColumn>(
  ptaColumns.flatMap((column) => [column, ...dutchNames[column]].map((name) => [plain(name), column] as const)),
);

/** The column that a heading means, in Dutch or English. */
export function findColumn(heading: string): PtaColumn | undefined {
  return columnOf.get(plain(heading));
}

function plain(heading: string): string {
  return heading.toLowerCase().replace(/[\s_-]+/gu, '');
}
