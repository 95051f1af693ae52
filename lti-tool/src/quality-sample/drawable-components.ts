import { parseComponentKey } from '@buitenboord/shared/domain/pta/parse-component-key.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { findComponent } from '@buitenboord/shared/use-cases/pta/find-adopted-pta.js';
import { calledStudent } from '@buitenboord/shared/use-cases/people/called-student.js';
import { sampleGrades } from '@buitenboord/shared/use-cases/quality-sample/sample-population.js';
import { takeOverComponents } from '@buitenboord/shared/use-cases/take-over/take-over-list.js';
import type { DrawableComponent } from './draw-section.js';

/** The components of a course for which grades were settled, with who has one. */
export async function drawableComponents(store: Store, school: string, course: string): Promise<DrawableComponent[]> {
  const found: DrawableComponent[] = [];
  for (const key of await takeOverComponents(store, school, course)) {
    const parts = parseComponentKey(key);
    const grades = parts ? await sampleGrades(store, { school, course, component: key }) : [];
    if (!parts || grades.length === 0) continue;
    const component = await findComponent(store, school, parts.line, parts.code);
    const named = await Promise.all(
      grades.map(async ({ gradeKey, student, attempt }) => {
        return { gradeKey, attempt, ...(await calledStudent(store, { school, course, student })) };
      }),
    );
    const byName = named.sort((one, other) => (one.name ?? '').localeCompare(other.name ?? '', 'nl'));
    found.push({ key, code: parts.code, title: component?.component.title ?? '', grades: byName });
  }
  return found;
}
