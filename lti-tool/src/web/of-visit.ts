import type { Activity, Course } from '@buitenboord/shared/domain/activity/assignment.js';
import type { Visit } from '@buitenboord/shared/domain/visit/visit.js';
import { Problem } from '@buitenboord/shared/problem.js';
import { activities, courses } from '@buitenboord/shared/store/collections.js';
import type { Store, Stored } from '@buitenboord/shared/store/port.js';

type StoredVisit = Stored<Visit, 'school'>;

/** The course of a visit, or Problem `launch/no-course`. */
export async function courseOf(store: Store, visit: StoredVisit): Promise<Stored<Course, 'school'>> {
  const course = visit.course && (await store.get(courses, { school: visit.school, id: visit.course }));
  if (!course) throw new Problem('launch/no-course', { visit: visit.id });
  return course;
}

/** The activity of a visit, in the visit's own course, or Problem `launch/no-assignment`. */
export async function activityOf(store: Store, visit: StoredVisit): Promise<Stored<Activity, 'school'>> {
  if (!visit.activity) throw new Problem('launch/no-assignment', { visit: visit.id });
  const activity = await store.get(activities, { school: visit.school, id: visit.activity });
  if (!activity || activity.course !== visit.course)
    throw new Problem('launch/assignment-gone', { activity: visit.activity });
  return activity;
}
