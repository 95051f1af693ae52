import type { Counting } from '../activity/assignment.js';
import { componentKey } from '../pta/pta.js';
import type { GradeValue, Scale } from './grade-value.js';

/** What a grade on an activity belongs to: the PTA component it counts for, or the activity itself when it counts for nothing. */
export function gradedComponent(activity: { id: string; counting: Counting }): string {
  const { counting } = activity;
  return counting.kind === 'pta' ? componentKey(counting.line, counting.code) : `activity:${activity.id}`;
}

/** The scale of an activity. Without a component there is no grade, only "seen and done". */
export function scaleOf(counting: Counting): Scale {
  return counting.kind === 'pta' ? counting.scale : 'met';
}

/** The grade that stands for all attempts: the highest number counts (Uitvoeringsbesluit WVO 3.16, 3.39), else the newest word. */
export function standingGrade<G extends { value: GradeValue }>(grades: readonly G[]): G | undefined {
  const byNumber = grades
    .filter(({ value }) => value.kind === 'tenths')
    .sort((one, other) => tenthsOf(other) - tenthsOf(one));
  return byNumber[0] ?? grades.at(-1);
}

function tenthsOf({ value }: { value: GradeValue }): number {
  return value.kind === 'tenths' ? value.tenths : 0;
}
