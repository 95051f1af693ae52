import { hasGradebookColumn, type Activity, type Counting, type Course } from '../../domain/activity/assignment.js';
import type { ColumnName, Columns, KnownColumn } from '../../ports/columns.js';
import { isProblem } from '../../problem.js';
import { activities } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { change, type Store, type Stored } from '../../store/port.js';

interface Deps {
  store: Store;
  columns: Columns;
}

type StoredActivity = Stored<Activity, 'school'>;

interface Place {
  course: Course;
  /** The LMS's id of the link. */
  link: string | undefined;
  /** What it counted for, when that has just changed. */
  before?: Counting;
}

/** What came of it: `impossible` is shown where the grade would be sent, with what a person can do. */
export type ColumnOutcome = 'there' | 'made' | 'gone' | 'not-needed' | 'impossible';

/**
 * Sees to it that an activity whose number counts has its column, with the name of what it counts for: one that came through the picker brought it along,
 * one behind a link made by hand, or one whose counting was changed, has none yet. A column of ours that nothing counts for any more is taken away while
 * it is empty. Nothing fails with it: the assignment is there all the same, a grade that can't leave says why, and the take-over list holds it.
 */
export async function ensureColumn(deps: Deps, activity: StoredActivity, place: Place): Promise<ColumnOutcome> {
  try {
    return await settleColumn(deps, activity, place);
  } catch (error) {
    if (isProblem(error)) return 'impossible';
    throw error;
  }
}

async function settleColumn(deps: Deps, activity: StoredActivity, place: Place): Promise<ColumnOutcome> {
  const { lineItem, school } = activity;
  const [name, earlier] = [nameOf(activity.counting), place.before && nameOf(place.before)];
  if (lineItem === undefined) return name ? make(deps, activity, { ...place, name }) : 'not-needed';
  const { platform, deployment, scopes } = place.course;
  const column: KnownColumn = { school, platform, deployment, lineItem, ...(scopes.length > 0 && { scopes }) };
  if (!name) return earlier ? takeAway(deps, activity, column, earlier) : 'not-needed';
  // Its name helps to find it again; a grade goes to its address, so that an old name harms nothing.
  if (earlier) await deps.columns.nameLineItem(column, name).catch(unlessProblem);
  return 'there';
}

async function make(
  { store, columns }: Deps,
  activity: StoredActivity,
  { course, link, name }: Place & { name: ColumnName },
): Promise<ColumnOutcome> {
  const { school, title } = activity;
  const { lineItemsUrl, platform, deployment, scopes } = course;
  if (!lineItemsUrl || !link) return 'impossible';
  const lineItem = await columns.findOrCreateLineItem({
    ...{ school, platform, deployment, lineItems: lineItemsUrl, ...(scopes.length > 0 && { scopes }) },
    ...{ resourceLink: link, ...name, label: title },
    taken: await columnsOfOthers(store, activity),
  });
  await keep(store, activity, lineItem);
  return 'made';
}

async function takeAway(
  { store, columns }: Deps,
  activity: StoredActivity,
  column: KnownColumn,
  name: ColumnName,
): Promise<ColumnOutcome> {
  if ((await columns.dropLineItem(column, name)) === 'kept') return 'there';
  await keep(store, activity, undefined);
  return 'gone';
}

/** On the activity as it stands now: a launch may have told its column meanwhile. */
async function keep(store: Store, { school, id }: StoredActivity, lineItem: string | undefined): Promise<void> {
  await decideAgain(async () => {
    const newest = await store.get(activities, { school, id });
    if (newest && newest.lineItem !== lineItem) await store.commit([change(activities, newest, { lineItem })]);
  });
}

/** Two assignments of a course may count for one component and so share a name; each has a column of its own. */
async function columnsOfOthers(store: Store, { school, id, course }: StoredActivity): Promise<string[]> {
  const taken: string[] = [];
  for await (const other of store.each(activities, { where: { school, course } }))
    if (other.id !== id && other.lineItem !== undefined) taken.push(other.lineItem);
  return taken;
}

/** Decision 12: the code of the component. Undefined for what needs no column. */
function nameOf(counting: Counting): ColumnName | undefined {
  if (counting.kind !== 'pta' || !hasGradebookColumn(counting)) return undefined;
  return { resourceId: counting.code, tag: counting.code };
}

function unlessProblem(error: unknown): void {
  if (!isProblem(error)) throw error;
}
