import { componentKey, type Pta, type PtaComponent, type PtaScope } from '../../domain/pta/pta.js';
import { dutchDay, schoolYearOf } from '../../domain/pta/school-year.js';
import { ptas } from '../../store/collections.js';
import type { Store } from '../../store/port.js';
import { adoptedIn, readLine, type StoredPta } from './pta-line.js';

/** A component that a grade of a course may count for. */
export interface CountingComponent {
  /** As in a settled grade's `component`. */
  key: string;
  line: string;
  subject: Pta['subject'];
  schoolYear: string;
  component: PtaComponent;
}

/** The programmes that hold for a cohort and leerweg, in the school year of a day, by subject. */
export async function findAdoptedPtas(
  store: Store,
  school: string,
  scope: PtaScope & { at: Date },
): Promise<StoredPta[]> {
  const { cohort, leerweg } = scope;
  const schoolYear = schoolYearOf(dutchDay(scope.at));
  const { items } = await store.find(ptas, {
    where: { school, cohort, leerweg, schoolYear, state: 'adopted' },
    limit: 500,
  });
  return [...items].sort((one, other) => (one.subject.title < other.subject.title ? -1 : 1));
}

/** The version of a programme that holds, by its line; undefined while none was adopted. */
export async function findAdoptedPta(store: Store, school: string, line: string): Promise<StoredPta | undefined> {
  return adoptedIn(await readLine(store, school, line));
}

/** Everything that grades of a course for this cohort and leerweg may count for, on a day. Empty while nothing was adopted. */
export async function componentsFor(
  store: Store,
  school: string,
  scope: PtaScope & { at: Date },
): Promise<CountingComponent[]> {
  const found = await findAdoptedPtas(store, school, scope);
  return found.flatMap(({ line, subject, schoolYear, components }) =>
    components.map((component) => ({ key: componentKey(line, component.code), line, subject, schoolYear, component })),
  );
}

/** One component of the version that holds. */
export async function findComponent(
  store: Store,
  school: string,
  line: string,
  code: string,
): Promise<CountingComponent | undefined> {
  const pta = await findAdoptedPta(store, school, line);
  const component = pta?.components.find((candidate) => candidate.code === code);
  if (!pta || !component) return undefined;
  return { key: componentKey(line, code), line, subject: pta.subject, schoolYear: pta.schoolYear, component };
}
