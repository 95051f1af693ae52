import type { Activity, Assignment } from './assignment.js';
import type { ActivityAim, ActivityKindId } from './activity-kind.js';
import { getKind } from './kinds.js';

type Nature = Pick<Assignment | Activity, 'elective' | 'hours'>;

/** The kind that an assignment most likely is, by what it is about and how long it takes: what the form begins with. */
export function likelyKind({ elective, hours }: Nature): ActivityKindId {
  // A whole elective takes 80 to 100 clock hours (seed S1).
  if (elective) return hours >= 80 ? 'electiveInPractice' : 'practiceAssignment';
  if (hours > 0 && hours <= 3) return 'companyVisit';
  return hours > 40 ? 'blockPlacement' : 'practiceAssignment';
}

/** What kind of activity it is; records from before kinds were chosen have the likely one. */
export function kindOf(activity: Nature & Pick<Assignment, 'kind'>): ActivityKindId {
  return activity.kind ?? likelyKind(activity);
}

/** What it is for. None at all is only what somebody chose: older records have the aims of their kind. */
export function aimsOf(activity: Nature & Pick<Assignment, 'kind' | 'aims'>): readonly ActivityAim[] {
  return activity.aims ?? getKind(kindOf(activity)).aims;
}

/** Whether it can only be closed with a reflection: an experience for one's career becomes useful by it. */
export function needsReflection(kind: ActivityKindId, aims: readonly ActivityAim[]): boolean {
  return getKind(kind).needsReflection || aims.includes('career');
}
