import type { Score, Submission } from '@buitenboord/shared/ports/gradebook.js';
import type { PlatformHabits } from './platforms.js';

/**
 * A score as the service wants it (AGS 2.0 §3.4.4–3.4.11). Grades go as tenths of ten points; a platform rescales to its own maximum.
 * Without a score the platform takes the grade away (§3.4.4). The timestamp is the revision's: sent again, nothing changes.
 */
export function toScoreBody(score: Score, at: Date, habits: PlatformHabits): object {
  return {
    userId: score.subject,
    timestamp: at.toISOString(),
    ...progressOf(score),
    ...commentOf(score, habits),
    ...(score.scoredBy !== undefined && { scoringUserId: score.scoredBy }),
    ...(score.submission && isHandedIn(score) && { submission: submissionOf(score.submission) }),
    ...habits.scoreExtension,
  };
}

/** §3.4.7, §3.4.8: a person judges here, so what is handed in waits for one. */
function progressOf({ tenths, handedIn }: Score): object {
  if (tenths !== null) {
    const given = { scoreGiven: tenths / 10, scoreMaximum: 10 };
    return { activityProgress: 'Completed', gradingProgress: 'FullyGraded', ...given };
  }
  if (handedIn) return { activityProgress: 'Submitted', gradingProgress: 'PendingManual' };
  return { activityProgress: 'InProgress', gradingProgress: 'NotReady' };
}

/** Leaving it out takes away what stood there before (§3.4.11), which is what an empty remark means. */
function commentOf({ comment, saidBefore }: Score, { comments }: PlatformHabits): object {
  const said = comments === 'added' && comment === saidBefore;
  return comment === '' || said ? {} : { comment };
}

/** Who is at work again has handed nothing in: the platform clears the moment then (§3.4.10.2). */
function isHandedIn({ tenths, handedIn }: Score): boolean {
  return tenths !== null || handedIn === true;
}

/** §3.4.10: with zone and parts of seconds, the end never before the beginning. */
function submissionOf({ startedAt, submittedAt }: Submission): object {
  const submitted = new Date(submittedAt);
  const started = startedAt === undefined ? undefined : new Date(startedAt);
  return {
    ...(started && started <= submitted && { startedAt: started.toISOString() }),
    submittedAt: submitted.toISOString(),
  };
}
