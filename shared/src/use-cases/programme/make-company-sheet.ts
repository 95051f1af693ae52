import { companySheet, type CompanySheet } from '../../domain/programme/company-sheet.js';
import type { Leerweg } from '../../domain/pta/pta.js';
import { assignments } from '../../store/collections.js';
import type { Store } from '../../store/port.js';
import { getElectiveProgramme } from './find-elective-programme.js';
import { plainTextsFor } from './plain-texts.js';

/** The sheet about an elective for companies of a school; without a level for the lowest that the elective is for. */
export async function makeCompanySheet(
  store: Store,
  {
    school,
    elective,
    edition,
    level: said,
  }: { school: string; elective: string; edition: string | undefined; level: Leerweg | undefined },
): Promise<{ sheet: CompanySheet; levels: readonly Leerweg[] }> {
  const programme = await getElectiveProgramme(store, { elective, edition });
  const levels = (['bb', 'kb', 'gl'] as const).filter((level) =>
    programme.subtasks.some(({ leerwegen }) => leerwegen.includes(level)),
  );
  const level = levels.find((each) => each === said) ?? levels[0] ?? 'bb';
  const targets = programme.subtasks.flatMap((subtask) => subtask.targets.map(({ sloId }) => sloId));
  const plain = await plainTextsFor(store, school, targets);
  const lookAt: string[] = [];
  for await (const assignment of store.each(assignments, {
    where: { school, state: 'bank' },
    sort: { field: 'title' },
  }))
    if (assignment.elective === elective) lookAt.push(...assignment.rubric.map(({ title }) => title));
  const plainText = (target: string) => plain(target, 'company')?.text;
  return { sheet: companySheet(programme, level, { plainText, lookAt }), levels };
}
