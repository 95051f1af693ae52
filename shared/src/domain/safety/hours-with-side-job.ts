import type { TimeRule } from './safety-rule.js';
import { governmentSite } from './sources.js';

const hours = (count: number) => count * 60;
const jobSource = governmentSite('bijbaan naast een maatschappelijke stage; Nadere regeling kinderarbeid art. 10–11');

/** A side job counts in practice, though no article that we read says so of a placement. */
export const withSideJob: readonly TimeRule[] = (
  [
    ['under-16', [14, 15], 7, 35],
    ['16-17', [16, 17], 9, 45],
  ] as const
).flatMap(([name, ages, day, week]): TimeRule[] => [
  {
    ...jobSource,
    id: `safety.side-job-day.${name}`,
    says: `At ${ages.join(' and ')} at most ${day} hours a day with a side job on the same day.`,
    ages,
    contexts: ['placement'],
    measure: 'dayWithJob',
    limit: hours(day),
    schoolCounts: true,
  },
  {
    ...jobSource,
    id: `safety.side-job-week.${name}`,
    says: `At ${ages.join(' and ')} at most ${week} hours a week with a side job in the same week.`,
    ages,
    contexts: ['placement'],
    measure: 'weekWithJob',
    limit: hours(week),
    schoolCounts: true,
  },
]);
