import type { Criterion } from '../activity/assignment.js';
import { levels, type Level } from '../grade/suggested-grade.js';

/** The answers of a judge, in the order of the rubric; undefined while nothing was said. */
export type Answers = readonly (Level | null)[] | undefined;

export interface ThreeJudges {
  self: Answers;
  company: Answers;
  teacher: Answers;
}

/** One criterion as the three see it. */
export interface CriterionBeside {
  title: string;
  self: Level | null;
  company: Level | null;
  teacher: Level | null;
  /** `differ` by one level or `apart` by two; `alone` when fewer than two said anything. */
  comparison: 'alone' | 'agree' | 'differ' | 'apart';
}

/** The three judgements beside each other, criterion by criterion. What differs is something to talk about; it changes no grade. */
export function sideBySide(rubric: readonly Pick<Criterion, 'title'>[], judges: ThreeJudges): CriterionBeside[] {
  return rubric.map(({ title }, index) => {
    const seen = {
      self: judges.self?.[index] ?? null,
      company: judges.company?.[index] ?? null,
      teacher: judges.teacher?.[index] ?? null,
    };
    return { title, ...seen, comparison: comparisonOf(Object.values(seen)) };
  });
}

function comparisonOf(answers: readonly (Level | null)[]): CriterionBeside['comparison'] {
  const heights = answers.flatMap((level) => (level === null ? [] : [levels.indexOf(level)]));
  if (heights.length < 2) return 'alone';
  const spread = Math.max(...heights) - Math.min(...heights);
  if (spread === 0) return 'agree';
  return spread === 1 ? 'differ' : 'apart';
}
