import type { Course } from '../activity/assignment.js';

/** `when-stale`: in passing, at a launch. `now`: a person asked for it. */
export type RosterWish = 'when-stale' | 'now';

/** What to ask the LMS for: the whole class list, only what changed since the last one, or nothing. */
export type RosterDue = 'whole' | 'differences' | 'not-yet' | 'not-offered';

const staleAfterMs = 10 * 60_000;
/** A double click is one. */
const askedTwiceMs = 3_000;
/** A class that launches must not knock thirty times on a closed door. */
const restAfterFailureMs = 2 * 60_000;
/** Differences are the platform's word for what changed; once a day the whole list is compared. */
const wholeAgainMs = 24 * 60 * 60_000;

type KnownRoster = Pick<
  Course,
  'membershipsUrl' | 'rosterReadAt' | 'rosterWholeAt' | 'rosterDifferencesUrl' | 'rosterFailure'
>;

/** Whether the class list of a course is to be read at `at`. A person's wish waits only for what the LMS asked us to wait. */
export function rosterDue(course: KnownRoster, wish: RosterWish, at: Date): RosterDue {
  if (!course.membershipsUrl) return 'not-offered';
  const since = (moment: string | undefined) => (moment === undefined ? Infinity : at.getTime() - Date.parse(moment));
  const { rosterFailure: failure } = course;
  if (failure?.retryAt !== undefined && since(failure.retryAt) < 0) return 'not-yet';
  if (since(course.rosterReadAt) < (wish === 'now' ? askedTwiceMs : staleAfterMs)) return 'not-yet';
  if (wish === 'now') return 'whole';
  if (since(failure?.at) < restAfterFailureMs) return 'not-yet';
  return course.rosterDifferencesUrl && since(course.rosterWholeAt) < wholeAgainMs ? 'differences' : 'whole';
}
