import { componentKey, type Pta } from '../../domain/pta/pta.js';
import type { PtaOutline } from '../../domain/pta/pta-outline.js';
import { Problem } from '../../problem.js';
import { settledGrades } from '../../store/collections.js';
import type { Store } from '../../store/port.js';

/** Whether a grade was ever settled for a component. */
export async function hasGrades(store: Store, school: string, line: string, code: string): Promise<boolean> {
  const { items } = await store.find(settledGrades, {
    where: { school, component: componentKey(line, code) },
    limit: 1,
  });
  return items.length > 0;
}

/** Refuses a programme that drops a component with grades, or judges it on another scale: what was settled would hang in the air. */
export async function insistGradesKept(store: Store, school: string, before: Pta, after: PtaOutline): Promise<void> {
  for (const { code, scale } of before.components) {
    const kept = after.components.some((component) => component.code === code && component.scale === scale);
    if (!kept && (await hasGrades(store, school, before.line, code))) {
      throw new Problem('pta/component-has-grades', { line: before.line, component: code });
    }
  }
}
