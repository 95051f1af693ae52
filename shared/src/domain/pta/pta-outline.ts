import { Pta, type PtaComponent } from './pta.js';
import type { z } from 'zod';

/** What a programme says, apart from its version: what a file or a form brings in. */
export const PtaOutline = Pta.pick({
  cohort: true,
  leerweg: true,
  schoolYear: true,
  subject: true,
  components: true,
});
export type PtaOutline = z.infer<typeof PtaOutline>;

/** Why a component or a programme doesn't hold together, apart from the shape of single fields. */
export type OutlineComplaint =
  | 'needs-level-grades'
  | 'only-for-numbers'
  | 'gate-is-no-number'
  | 'role-and-share-differ'
  | 'levels-out-of-order'
  | 'duplicate-component'
  | 'school-year-not-following';

/**
 * What doesn't fit in one component. A company's share needs the programme's own table from levels to grades: nothing else turns a judgement into a
 * number (domain.md B.4, point 17).
 */
export function complaintAbout(component: PtaComponent): OutlineComplaint | undefined {
  const { scale, companyWeight, levelGrades } = component;
  if (component.gate && scale === 'number') return 'gate-is-no-number';
  if ((component.companyRole === 'counts') !== companyWeight > 0) return 'role-and-share-differ';
  if (scale !== 'number') return companyWeight > 0 || levelGrades ? 'only-for-numbers' : undefined;
  if (companyWeight > 0 && !levelGrades) return 'needs-level-grades';
  if (!levelGrades) return undefined;
  const rising = levelGrades.practise <= levelGrades.sufficient && levelGrades.sufficient <= levelGrades.good;
  return rising ? undefined : 'levels-out-of-order';
}

/** Whether a school year is written as two years that follow each other. */
export function isSchoolYear(schoolYear: string): boolean {
  const [first, second] = schoolYear.split('-').map(Number);
  return first !== undefined && second === first + 1;
}

/** The first thing that doesn't hold together in a whole programme, and in which component. */
export function complaintAboutOutline(
  outline: PtaOutline,
): { complaint: OutlineComplaint; component?: string } | undefined {
  if (!isSchoolYear(outline.schoolYear)) return { complaint: 'school-year-not-following' };
  const seen = new Set<string>();
  for (const component of outline.components) {
    const complaint = seen.has(component.code) ? 'duplicate-component' : complaintAbout(component);
    if (complaint) return { complaint, component: component.code };
    seen.add(component.code);
  }
  return undefined;
}

/** Whether two programmes say the same, in the same order. */
export function sameOutline(one: PtaOutline, other: PtaOutline): boolean {
  return canonical(one) === canonical(other);
}

// Parsing puts the fields in the schema's order and leaves the version's own out.
function canonical({ cohort, leerweg, schoolYear, subject, components }: PtaOutline): string {
  return JSON.stringify(PtaOutline.parse({ cohort, leerweg, schoolYear, subject, components }));
}

export type LackingPart = 'content' | 'period';

/** What the law wants a programme to say of each component and it doesn't yet (WVO 2.60a, c and d): the codes by what they lack. */
export function lackingIn({ components }: Pick<PtaOutline, 'components'>): Record<LackingPart, string[]> {
  const codes = (lacks: (component: PtaComponent) => boolean) => components.filter(lacks).map(({ code }) => code);
  return {
    content: codes(({ content, subtasks }) => content.trim() === '' && subtasks.length === 0),
    period: codes(({ period }) => period.trim() === ''),
  };
}
