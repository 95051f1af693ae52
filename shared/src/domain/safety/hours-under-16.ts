import type { TimeRule } from './safety-rule.js';
import { childLabourRules, unclear, workingHoursAct } from './sources.js';

const hours = (count: number) => count * 60;

/** Who may not work yet. */
export const tooYoung: readonly TimeRule[] = [
  {
    ...workingHoursAct('art. 3:2'),
    id: 'safety.no-work.under-13',
    says: 'Who is under 13 does no work at a company; a visit without work is possible.',
    ages: [0, 12],
    contexts: ['placement', 'communityService'],
    measure: 'noWork',
    limit: 13,
  },
  {
    ...workingHoursAct('art. 3:2 lid 2 b and c'),
    id: 'safety.no-placement.13',
    says: 'Who is 13 does no placement: the exception for work with education begins at 14.',
    ages: [13, 13],
    contexts: ['placement'],
    measure: 'noWork',
    limit: 14,
  },
  {
    ...unclear('Arbeidstijdenwet art. 3:2'),
    id: 'safety.visit-tasks.under-14',
    says: 'On a visit, who is under 14 does something only when it is light, short and supervised, and nothing is produced.',
    ages: [0, 13],
    contexts: ['visitWithTasks'],
    measure: 'visitTasks',
    limit: 14,
  },
];

const under16 = { ...childLabourRules('art. 3:1'), ages: [14, 15] as const, contexts: ['placement'] as const };

/** Placement at 14 and 15: light work beside education. */
export const placementUnder16: readonly TimeRule[] = [
  {
    ...under16,
    id: 'safety.day.under-16',
    says: 'At 14 and 15 at most 7 hours a day, school and its breaks included.',
    measure: 'day',
    limit: hours(7),
    schoolCounts: true,
  },
  {
    ...under16,
    id: 'safety.week.under-16',
    says: 'At 14 and 15 at most 35 hours a week, school and its breaks included.',
    measure: 'week',
    limit: hours(35),
    schoolCounts: true,
  },
  {
    ...under16,
    id: 'safety.earliest.under-16',
    says: 'At 14 and 15 not before 07:00.',
    measure: 'earliest',
    limit: hours(7),
  },
  {
    ...under16,
    id: 'safety.latest.under-16',
    says: 'At 14 and 15 not after 19:00.',
    measure: 'latest',
    limit: hours(19),
  },
  {
    ...under16,
    id: 'safety.daily-rest.under-16',
    says: 'At 14 and 15 fourteen hours of rest in one piece in every 24.',
    measure: 'dailyRest',
    limit: hours(14),
  },
  { ...under16, id: 'safety.sunday.under-16', says: 'At 14 and 15 never on Sunday.', measure: 'sunday', limit: 0 },
  {
    ...under16,
    id: 'safety.break.under-16',
    says: 'At 14 and 15, with more than 4½ hours of work, a break of 30 minutes in one piece.',
    measure: 'break',
    limit: 30,
    after: hours(4.5),
    piece: 30,
  },
];
