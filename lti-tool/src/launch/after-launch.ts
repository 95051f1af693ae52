import { lmsProductOf } from '@buitenboord/shared/domain/school/lms-product.js';
import type { Columns } from '@buitenboord/shared/ports/columns.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { activities, courses, platforms } from '@buitenboord/shared/store/collections.js';
import { decideAgain } from '@buitenboord/shared/store/decide-again.js';
import { change, type Store } from '@buitenboord/shared/store/port.js';
import { ensureColumn } from '@buitenboord/shared/use-cases/assignment/ensure-column.js';
import type { RosterReader } from '@buitenboord/shared/use-cases/roster/roster-reader.js';

/** What was opened by a launch that has just succeeded. */
export interface OpenedCourse {
  school: string;
  platform: string;
  /** What the LMS calls itself. */
  product: string;
  course: string | undefined;
  activity: string | undefined;
  /** The LMS's id of the link. */
  resourceLink: string | undefined;
  byTeacher: boolean;
}

export interface AfterLaunchDeps {
  store: Store;
  columns: Columns;
  rosterReader: RosterReader;
  now: Clock;
  /** A mistake of ours, or a store that fails: for the log. What the LMS refuses is kept with the course. */
  report: (error: unknown) => void;
}

export interface AfterLaunch {
  begin(opened: OpenedCourse): void;
  /** Resolves when nothing is under way any more. */
  idle(): Promise<void>;
}

/** What a launch gives occasion to, in the background: the launch has been answered by then, and nothing of this can spoil it. */
export function createAfterLaunch(deps: AfterLaunchDeps): AfterLaunch {
  const under = new Set<Promise<unknown>>();
  return {
    begin(opened) {
      const steps = [learnProduct, readRoster, completeColumn];
      const work: Promise<unknown> = Promise.all(steps.map((step) => step(deps, opened).catch(deps.report)));
      under.add(work);
      void work.finally(() => under.delete(work));
    },
    async idle() {
      while (under.size > 0) await Promise.all(under);
    },
  };
}

/** A platform that was registered by hand may not have said which LMS it is; its launches do (LTI Core 1.3 §5.4.5). */
function learnProduct({ store }: AfterLaunchDeps, { platform: id, product }: OpenedCourse): Promise<void> {
  return decideAgain(async () => {
    const known = await store.get(platforms, { id });
    if (!known || lmsProductOf(known) !== 'other') return;
    if (lmsProductOf({ product, issuer: known.issuer }) === 'other') return;
    await store.commit([change(platforms, known, { product })]);
  });
}

async function readRoster({ rosterReader }: AfterLaunchDeps, opened: OpenedCourse): Promise<void> {
  const { school, course, resourceLink } = opened;
  if (course === undefined) return;
  await rosterReader.read({ school, course, wish: 'when-stale', ...(resourceLink !== undefined && { resourceLink }) });
}

/** A column that couldn't be made when the assignment was chosen is made as soon as its teacher comes by. */
async function completeColumn(deps: AfterLaunchDeps, opened: OpenedCourse): Promise<void> {
  const { school, course: courseId, activity: activityId, resourceLink, byTeacher } = opened;
  if (!byTeacher || courseId === undefined || activityId === undefined) return;
  const activity = await deps.store.get(activities, { school, id: activityId });
  const course = await deps.store.get(courses, { school, id: courseId });
  if (activity && course) await ensureColumn(deps, activity, { course, link: resourceLink });
}
