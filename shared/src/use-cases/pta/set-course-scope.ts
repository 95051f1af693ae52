import type { PtaScope } from '../../domain/pta/pta.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { courses, settledGrades } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, type Store } from '../../store/port.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface CourseScope {
  school: string;
  actor: string;
  course: string;
  scope: PtaScope;
}

/** Says for which cohort and leerweg a course is. It can be said anew until the first grade of the course is settled. */
export async function setCourseScope(deps: Deps, { school, actor, course: id, scope }: CourseScope): Promise<void> {
  const { store } = deps;
  await decideAgain(async () => {
    const course = await store.get(courses, { school, id });
    if (!course) throw new Problem('request/not-found', { course: id });
    const { cohort, leerweg } = course;
    if (cohort === scope.cohort && leerweg === scope.leerweg) return;
    const said = cohort !== undefined && leerweg !== undefined;
    if (said && (await hasSettledGrades(store, school, id))) throw new Problem('pta/scope-has-grades', { course: id });
    const fact = {
      at: deps.now().toISOString(),
      actor,
      action: 'course/scope-set',
      object: `courses/${id}`,
      ...(said && { before: contentHash([cohort, leerweg]) }),
      after: contentHash([scope.cohort, scope.leerweg]),
    };
    await store.commit([change(courses, course, scope), audit(school, fact)]);
  });
}

/** Whether any grade of a course was ever settled. */
export async function hasSettledGrades(store: Store, school: string, course: string): Promise<boolean> {
  const { items } = await store.find(settledGrades, { where: { school, course }, limit: 1 });
  return items.length > 0;
}
