import type { Rule } from '../rules/rule.js';

const brochure = 'Stichting Platforms VMBO, brochure on out-of-school learning (June 2023)';
const readOn = '2026-11-23';

/** What the house keeps of coverage. */
export const rules: readonly Rule[] = [
  {
    id: 'coverage.every-subtask',
    says: 'Every subtask of the student’s level must come up: an elective is complete only when none is open.',
    source: `${brochure}, main article, on electives`,
    confidence: 'high',
    readOn,
  },
  {
    id: 'coverage.date-place-evidence',
    says: 'A subtask is done with a date that isn’t in the future, a place, and evidence: a work or a named proof.',
    source: `${brochure}, main article, on electives; the date check is our inference`,
    confidence: 'medium',
    readOn,
  },
  {
    id: 'coverage.not-possible-here',
    says: 'What can’t be done at a company is said with its reason and where else; it stays open until it was done there.',
    source: `${brochure}, part 02`,
    confidence: 'high',
    readOn,
  },
  {
    id: 'coverage.mixed-delivery',
    says: 'An elective may be done wholly at a company, wholly at school, or mixed, subtask by subtask.',
    source: `${brochure}, main article, on electives`,
    confidence: 'high',
    readOn,
  },
  {
    id: 'coverage.hours-band',
    says: 'An elective takes 80 to 100 clock hours unless the school says otherwise; outside the band there is a warning, never a block.',
    source: `${brochure}, main article, on placements; SLO’s guideline of about 800 hours for the vocational programme agrees`,
    confidence: 'medium',
    readOn,
  },
  {
    id: 'coverage.days-against-subtasks',
    says: 'Before a choice the planned days are weighed against the subtasks; fewer days than subtasks gives a warning.',
    source: `${brochure}, part 02, says that not every elective fits in ten days; the measure, and that subtasks take equally long, are our inference`,
    confidence: 'low',
    readOn,
  },
  {
    id: 'coverage.settled-work-proposes',
    says: 'A settled work on an assignment that names subtasks proposes them as done, whatever the grade; a teacher decides.',
    source: `${brochure}, part 01, lets a finished assignment mark its subtasks; asking first is our choice`,
    confidence: 'medium',
    readOn,
  },
  {
    id: 'coverage.choice-over-course',
    says: 'A student follows the electives of the course’s assignments, unless a teacher said otherwise for that student.',
    source: 'Our choice: no source says how a school keeps this',
    confidence: 'low',
    readOn,
  },
];
