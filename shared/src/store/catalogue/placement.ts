import type { CatalogueOf } from './entry.js';

/** When a student works where, and what decides whether she may. */
export const aboutPlacement = {
  birthDates: {
    student: ['reference', 'whose it is'],
    bornOn: ['identity', 'decides which rules of law on hours and tasks hold on a day; for nothing else'],
    enteredBy: ['reference', 'who entered it'],
    enteredAt: ['technical', 'when'],
    keepUntil: ['technical', 'the end of the next school year; forgotten after it'],
  },
  placementPlans: {
    activity: ['school', 'for what'],
    student: ['reference', 'whose plan'],
    kind: ['school', 'what kind of activity'],
    setting: ['company', 'industry or not: other rules hold'],
    doesTasks: ['work', 'whether the student does something on a visit'],
    days: ['work', 'when the student is at the company'],
    schoolWeek: ['work', 'time at school, which counts as working time under 18'],
    holidays: ['school', 'school holidays in the plan'],
    sideJob: ['work', 'time at a side job, which adds up; may stay empty'],
    tasks: ['work', 'what the student will do'],
    hazards: ['work', 'what is dangerous or heavy about it'],
    supervision: ['work', 'who keeps an eye on the student'],
    recognition: ['company', 'recognition by SBB, where the law asks for it'],
    entree: ['school', 'route and teaching time, for the share of practice'],
    accepted: ['work', 'warnings that the safety approver accepted, with the reason'],
    savedBy: ['reference', 'who planned it'],
    savedAt: ['technical', 'when'],
  },
  kindOfferings: {
    schoolYear: ['school', 'for when'],
    leerweg: ['school', 'for whom'],
    on: ['school', 'which kinds of activities the school does'],
    withAgreement: ['school', 'for which of them it wants an agreement'],
    changedBy: ['reference', 'who chose'],
    changedAt: ['technical', 'when'],
  },
} as const satisfies CatalogueOf<'birthDates' | 'placementPlans' | 'kindOfferings'>;
