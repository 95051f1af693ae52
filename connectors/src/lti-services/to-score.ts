import type { Score } from '@buitenboord/shared/ports/gradebook.js';

/**
 * A score as the service wants it (AGS 2.0 §3.4.4–3.4.11). Grades go as tenths of ten points; a platform rescales to its own maximum.
 * Without a score the platform takes the grade away (§3.4.5). The timestamp is the revision's: sent again, nothing changes.
 */
export function toScoreBody(score: Score, at: Date): object {
  const graded =
    score.tenths === null
      ? { activityProgress: 'InProgress', gradingProgress: 'NotReady' }
      : {
          activityProgress: 'Completed',
          gradingProgress: 'FullyGraded',
          scoreGiven: score.tenths / 10,
          scoreMaximum: 10,
        };
  return {
    userId: score.subject,
    timestamp: at.toISOString(),
    ...graded,
    // Leaving it out would take away what stood there before (§3.4.11), which is what an empty remark means.
    ...(score.comment !== '' && { comment: score.comment }),
    ...(score.scoredBy !== undefined && { scoringUserId: score.scoredBy }),
  };
}
