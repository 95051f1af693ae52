import { resourceLinkKey } from '@buitenboord/shared/domain/activity/resource-link.js';
import { Problem } from '@buitenboord/shared/problem.js';
import { activities } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import type { Launch } from '../lti/launch.js';
import type { LaunchedActivity } from './launch-activity.js';

/**
 * The activity of the column that a submission review is about, in the course of the launch. By the column itself; an activity that never heard of
 * its column is found by its link. Nothing changes. Throws Problem `launch/unknown-line-item`.
 */
export async function reviewedActivity(store: Store, launch: Launch, course: string): Promise<LaunchedActivity> {
  const { school, platform, gradebook, context, resourceLink: link } = launch;
  const lineItem = gradebook?.lineItem;
  if (lineItem !== undefined) {
    const { items } = await store.find(activities, { where: { school, lineItem, course }, limit: 1 });
    if (items[0]) return { id: items[0].id, writes: [] };
  }
  if (link) {
    const resourceLink = resourceLinkKey(platform, context?.id ?? '', link.id);
    const { items } = await store.find(activities, { where: { school, resourceLink }, limit: 1 });
    if (items[0]?.lineItem === undefined && items[0]) return { id: items[0].id, writes: [] };
  }
  throw new Problem('launch/unknown-line-item', { platform });
}
