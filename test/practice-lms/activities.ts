import { addItem, columnsOf, deleteItem } from './gradebook.js';
import { findActivityByCmid, findCourse, must, nextId, type Activity, type GradeItem, type Site } from './site.js';
import type { Course } from './seed.js';

export interface NewActivity {
  readonly courseId: string;
  readonly toolId: string;
  readonly name: string;
  readonly text?: string;
  readonly url?: string;
  readonly custom?: Readonly<Record<string, string>>;
  readonly newWindow?: boolean;
  readonly lineItem?: { scoreMaximum: number; resourceId?: string; tag?: string };
}

/** An activity gets a column only with a line item: one added by hand has none. */
export function addActivity(site: Site, { lineItem, ...activity }: NewActivity): Activity {
  const added: Activity = {
    text: '',
    url: '',
    custom: {},
    newWindow: false,
    ...activity,
    cmid: nextId(site, 'cmid'),
    id: nextId(site, 'activity'),
  };
  site.state.activities.push(added);
  if (lineItem) addItem(site, columnOf(added, lineItem));
  site.save();
  return added;
}

type LineItem = NonNullable<NewActivity['lineItem']>;

/** The column is called after the activity; the line item's own label is ignored. */
const columnOf = (activity: Activity, { scoreMaximum, resourceId = '', tag = '' }: LineItem) => ({
  courseId: activity.courseId,
  kind: 'activity' as const,
  toolId: activity.toolId,
  linkId: activity.id,
  label: activity.name,
  maximum: scoreMaximum,
  resourceId,
  tag,
});

export const ownItem = (site: Site, activity: Activity): GradeItem | undefined =>
  site.state.items.find((item) => item.kind === 'activity' && item.linkId === activity.id);

/** The activity's own column and whatever the tool bound to it. */
export const itemsOfLink = (site: Site, activity: Activity): GradeItem[] =>
  columnsOf(site, activity.courseId).filter((item) => item.linkId === activity.id && item.toolId === activity.toolId);

/** Link, custom parameters, resource id and tag survive a copy; ids and grades are new. */
export function copyActivity(site: Site, original: Activity, change: { courseId?: string; name?: string }): Activity {
  const item = ownItem(site, original);
  const lineItem = item && { scoreMaximum: item.maximum, resourceId: item.resourceId, tag: item.tag };
  return addActivity(site, { ...original, ...change, ...(lineItem ? { lineItem } : {}) });
}

export function deleteActivity(site: Site, cmid: string): void {
  const activity = must(findActivityByCmid(site, cmid), `activity ${cmid}`);
  const own = ownItem(site, activity);
  if (own) deleteItem(site, own.id);
  for (const bound of itemsOfLink(site, activity)) delete bound.linkId;
  site.state.activities = site.state.activities.filter((other) => other.cmid !== cmid);
  site.save();
}

/** What a school does in August: the same course for the next class, with the same people in it here. */
export function copyCourse(site: Site, courseId: string): Course {
  const original = must(findCourse(site, courseId), `course ${courseId}`);
  const copy: Course = {
    ...structuredClone(original),
    id: nextId(site, 'course'),
    fullname: `${original.fullname} copy 1`,
    shortname: `${original.shortname}_1`,
    idnumber: '',
    copiedFrom: [...(original.copiedFrom ?? []), original.id],
  };
  site.state.courses.push(copy);
  for (const activity of site.state.activities.filter((other) => other.courseId === courseId)) {
    copyActivity(site, activity, { courseId: copy.id });
  }
  return copy;
}
