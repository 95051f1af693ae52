import type { Activity, Counting } from '../../domain/activity/assignment.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { activities, courses, settledGrades } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, type Store } from '../../store/port.js';
import { componentsOfCourse, countingFor } from './choose-assignments.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface CountingToSet {
  school: string;
  activity: string;
  by: string;
  component?: { line: string; code: string };
}

/** Says what an activity counts for. Only while no grade was settled on it: a grade never moves to another component. */
export async function setCounting(deps: Deps, input: CountingToSet): Promise<Counting> {
  const { store } = deps;
  const { school } = input;
  return decideAgain(async () => {
    const activity = await store.get(activities, { school, id: input.activity });
    const course = activity && (await store.get(courses, { school, id: activity.course }));
    if (!activity || !course) throw new Problem('request/not-found', { activity: input.activity });
    const now = deps.now();
    const chosen = input.component && { component: input.component };
    const counting = countingFor(course, { ...chosen }, await componentsOfCourse(store, course, now));
    if (contentHash(counting) === contentHash(activity.counting)) return counting;
    const { items } = await store.find(settledGrades, { where: { school, activity: activity.id }, limit: 1 });
    if (items.length > 0) throw new Problem('grade/counting-has-grades', { activity: activity.id });
    await store.commit([
      change(activities, activity, { counting }),
      audit(school, factOf(input, activity, counting, now)),
    ]);
    return counting;
  });
}

function factOf(input: CountingToSet, activity: Activity, counting: Counting, at: Date) {
  return {
    at: at.toISOString(),
    actor: input.by,
    action: 'activity/counting-set',
    object: `activities/${input.activity}`,
    before: contentHash(activity.counting),
    after: contentHash(counting),
  };
}
