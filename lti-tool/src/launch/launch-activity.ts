import type { Activity } from '@buitenboord/shared/domain/activity/assignment.js';
import { resourceLinkKey } from '@buitenboord/shared/domain/activity/resource-link.js';
import { newId } from '@buitenboord/shared/ids.js';
import { activities } from '@buitenboord/shared/store/collections.js';
import { change, put, type Store, type Stored, type Write } from '@buitenboord/shared/store/port.js';
import type { Launch } from '../lti/launch.js';
import { historyOf } from './launch-history.js';

export interface LaunchedActivity {
  id: string;
  writes: Write[];
}

/** The name of our custom parameter: which activity the picker made. It survives copying in the LMS; the link's id doesn't. */
export const activityParameter = 'activity';

/**
 * The activity behind a resource link. One link, one activity: a link that was copied with its course, or duplicated inside it, gets an
 * activity of its own, so that no work or grade of one class shows in another. `former` is the activity that proved to stand behind the same link in
 * LTI 1.1: that one it stays. Undefined when no assignment was chosen yet.
 */
export async function activityOfLaunch(
  store: Store,
  launch: Launch,
  { course, at, former }: { course: string; at: string; former: string | undefined },
): Promise<LaunchedActivity | undefined> {
  if (!launch.resourceLink) return undefined;
  const { school } = launch;
  const resourceLink = resourceLinkKey(launch.platform, launch.context?.id ?? '', launch.resourceLink.id);
  const { items } = await store.find(activities, { where: { school, resourceLink }, limit: 1 });
  const [bound] = items;
  const lineItem = launch.gradebook?.lineItem;
  if (bound) {
    // Absent when a second line item hangs on the link (Moodle): what we know stays.
    const moved = lineItem !== undefined && bound.lineItem !== lineItem;
    return { id: bound.id, writes: moved ? [change(activities, bound, { lineItem })] : [] };
  }
  const chosen = (await chosenActivity(store, launch, former)) ?? (await originalOf(store, launch));
  if (!chosen) return undefined;
  const isItself = chosen.resourceLink === undefined || chosen.id === former;
  if (chosen.course === course && isItself) {
    return { id: chosen.id, writes: [change(activities, chosen, { resourceLink, ...(lineItem && { lineItem }) })] };
  }
  const id = newId();
  return { id, writes: [put(activities, { school, id }, copyFor(chosen, { course, resourceLink, lineItem, at }), 0)] };
}

async function chosenActivity(
  store: Store,
  launch: Launch,
  former: string | undefined,
): Promise<Stored<Activity, 'school'> | undefined> {
  const id = launch.custom[activityParameter] ?? former;
  return id ? store.get(activities, { school: launch.school, id }) : undefined;
}

/** Of a link that was made by hand, and so carries no name of ours, the LMS may tell which link it was copied from. */
async function originalOf(store: Store, launch: Launch): Promise<Stored<Activity, 'school'> | undefined> {
  const { school, platform, context } = launch;
  const { contexts, links } = historyOf(launch.custom);
  for (const link of links) {
    for (const place of [context?.id ?? '', ...contexts]) {
      const where = { school, resourceLink: resourceLinkKey(platform, place, link) };
      const { items } = await store.find(activities, { where, limit: 1 });
      if (items[0]) return items[0];
    }
  }
  return undefined;
}

/** In another course the PTA may be another one: the copy counts for nothing until its teacher says so. */
function copyFor(
  original: Stored<Activity, 'school'>,
  place: { course: string; resourceLink: string; lineItem: string | undefined; at: string },
): Activity {
  const { id, version: _version, school: _school, lineItem: _lineItem, dueOn, ...text } = original;
  const sameCourse = original.course === place.course;
  return {
    ...text,
    ...(sameCourse && dueOn && { dueOn }),
    counting: sameCourse ? original.counting : { kind: 'formative' },
    course: place.course,
    resourceLink: place.resourceLink,
    ...(place.lineItem && { lineItem: place.lineItem }),
    copiedFrom: id,
    madeAt: place.at,
  };
}
