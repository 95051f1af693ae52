import type { Activity } from '../../domain/activity/assignment.js';
import { aimsOf, kindOf, needsReflection } from '../../domain/activity/kind-of.js';
import { hasReflection } from '../../domain/lob/career-steps.js';
import { careerEntries } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';
import { entryOfActivity } from './keep-entry.js';

/** How far a student is with looking back on an activity. */
export interface CareerOfActivity {
  /** Her entry; undefined before she began one. */
  entry: string | undefined;
  /** An activity for one's career is closed only then (`lob.closed-with-reflection`); the grade doesn't wait for it. */
  isReflected: boolean;
}

/** Whether the student looked back on this activity; undefined for an activity that doesn't ask it. Says nothing of what she wrote. */
export async function findCareerOfActivity(
  store: Store,
  activity: Stored<Activity, 'school'>,
  student: string,
): Promise<CareerOfActivity | undefined> {
  if (!needsReflection(kindOf(activity), aimsOf(activity))) return undefined;
  const id = entryOfActivity(activity.id, student);
  const found = await store.get(careerEntries, { school: activity.school, id });
  const entry = found && !found.withdrawnAt ? found : undefined;
  return { entry: entry?.id, isReflected: entry !== undefined && hasReflection(entry) };
}

/** Which of these students didn't look back on an activity that asks it. */
export async function withoutReflection(
  store: Store,
  activity: Stored<Activity, 'school'>,
  rows: readonly { student: string }[],
): Promise<Set<string>> {
  const found = await Promise.all(
    rows.map(async ({ student }) => ({ student, career: await findCareerOfActivity(store, activity, student) })),
  );
  return new Set(found.filter(({ career }) => career && !career.isReflected).map(({ student }) => student));
}
