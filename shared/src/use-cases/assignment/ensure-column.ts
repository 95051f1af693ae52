import { hasGradebookColumn, type Activity, type Course } from '../../domain/activity/assignment.js';
import type { Columns } from '../../ports/columns.js';
import { isProblem } from '../../problem.js';
import { activities } from '../../store/collections.js';
import { change, type Store, type Stored } from '../../store/port.js';

interface Deps {
  store: Store;
  columns: Columns;
}

/** What came of it: `impossible` is shown where the grade would be sent, with what a person can do. */
export type ColumnOutcome = 'there' | 'made' | 'not-needed' | 'impossible';

/**
 * Sees to it that an activity whose number counts has its column: one that came through the picker brought it along, one behind a link made by hand,
 * or one whose counting was changed, has none yet.
 */
export async function ensureColumn(
  { store, columns }: Deps,
  activity: Stored<Activity, 'school'>,
  place: { course: Course; link: string | undefined },
): Promise<ColumnOutcome> {
  const { counting, lineItem, school } = activity;
  if (counting.kind !== 'pta' || !hasGradebookColumn(counting)) return 'not-needed';
  if (lineItem) return 'there';
  const { lineItemsUrl, platform } = place.course;
  if (!lineItemsUrl || !place.link) return 'impossible';
  const wanted = { resourceLink: place.link, resourceId: counting.code, tag: counting.code, label: activity.title };
  try {
    const made = await columns.findOrCreateLineItem({ school, platform, lineItems: lineItemsUrl, ...wanted });
    await store.commit([change(activities, activity, { lineItem: made })]);
    return 'made';
  } catch (error) {
    // The assignment is there all the same; a grade that can't leave says why, and the take-over list holds it.
    if (isProblem(error)) return 'impossible';
    throw error;
  }
}
