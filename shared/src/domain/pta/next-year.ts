import type { PtaOutline } from './pta-outline.js';

/** The school year after one: "2027-2028" after "2026-2027". */
export function schoolYearAfter(schoolYear: string): string {
  const first = Number(schoolYear.slice(0, 4)) + 1;
  return `${first}-${first + 1}`;
}

/** The same programme a year later, for the students who came a year later. */
export function aYearLater({ cohort, leerweg, schoolYear, subject, components }: PtaOutline): PtaOutline {
  return {
    cohort: String(Number(cohort) + 1),
    leerweg,
    schoolYear: schoolYearAfter(schoolYear),
    subject,
    components: [...components],
  };
}
