import type { DrawnFrom } from '../../domain/quality-sample/quality-sample.js';
import { inOrder } from './draw-sample.js';
import { settledGrades } from '../../store/collections.js';
import type { Store } from '../../store/port.js';
import { newestOfEach, type StoredGrade } from '../grade/find-grades.js';

/** Which grades: of a component, in one course, or without one in the whole school. */
export interface PopulationOf {
  school: string;
  component: string;
  course?: string;
}

/** The grades that can be drawn: the newest revision of each, without those that say that there is no work to look at. */
export async function sampleGrades(store: Store, { school, component, course }: PopulationOf): Promise<StoredGrade[]> {
  const found: StoredGrade[] = [];
  for await (const grade of store.each(settledGrades, { where: { school, component } })) found.push(grade);
  return newestOfEach(found).filter(({ value, course: of }) => {
    const hasWork = value.kind !== 'catchUp' && value.kind !== 'exemption';
    return hasWork && (course === undefined || of === course);
  });
}

/** The same as what is kept of it: keys, revisions and numbers, in order. */
export function toPopulation(grades: readonly StoredGrade[]): DrawnFrom[] {
  return inOrder(
    grades.map(({ gradeKey, revision, value }) => ({
      gradeKey,
      revision,
      ...(value.kind === 'tenths' && { tenths: value.tenths }),
    })),
  );
}
