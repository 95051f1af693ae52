import type { Rule } from '../rules/rule.js';

const decree = 'Uitvoeringsbesluit WVO 2020 (BWBR0045787)';
const readOn = '2025-10-01';

/** What the house keeps about grades (domain.md B.4). */
export const gradeRules: readonly Rule[] = [
  {
    id: 'grade.component-scale',
    says: 'A grade of a component is a number from 1.0 to 10.0 with at most one decimal; anything else is refused.',
    source: `${decree}, art. 3.13; one decimal for a component is practice`,
    confidence: 'medium',
    readOn,
  },
  {
    id: 'grade.weighted-mean',
    says: 'The school exam grade is the weighted mean of the components by the weights of the PTA, without any rounding on the way.',
    source: `WVO 2020, art. 2.60a; ${decree}, art. 3.13`,
    confidence: 'high',
    readOn,
  },
  {
    id: 'grade.one-decimal',
    says: 'A subject with a central exam has a school exam grade with one decimal, half a tenth rounded up; the law does not fix how.',
    source: `${decree}, art. 3.13, paragraph 1`,
    confidence: 'medium',
    readOn,
  },
  {
    id: 'grade.elective-whole',
    says: 'A subject without a central exam, every elective among them, has a whole school exam grade, which is its final grade.',
    source: `${decree}, art. 3.13, paragraph 2, and 3.32, paragraph 3`,
    confidence: 'high',
    readOn,
  },
  {
    id: 'grade.rounding-is-chosen',
    says: 'The school chooses to round at once or by way of one decimal; there is no default, and no number that counts is settled before.',
    source:
      'Examenblad.nl, "Hoe moeten cijfers worden afgerond?" (2023): in-between rounding is allowed, not prescribed',
    confidence: 'high',
    readOn: '2023-12-31',
  },
  {
    id: 'grade.rounding-for-all',
    says: 'A choice of rounding holds for a whole school year and every student alike; after the first grade of the year a change begins the next year.',
    source:
      'WVO 2020, art. 2.60: examination regulations are set each year before 1 October; that grades fix the choice is our reading',
    confidence: 'medium',
    readOn: '2024-08-01',
  },
  {
    id: 'grade.final',
    says: 'A final grade is the mean of school exam and central exam, rounded by its first decimal: 5.45 becomes 5.',
    source: `${decree}, art. 3.32, paragraph 2`,
    confidence: 'high',
    readOn,
  },
  {
    id: 'grade.combination-bb-kb',
    says: 'The combination grade of bb and kb is the rounded mean of the final grades of all electives.',
    source: `${decree}, art. 3.35, paragraphs 3 and 5`,
    confidence: 'high',
    readOn,
  },
  {
    id: 'grade.combination-gl',
    says: 'In the combination grade of gl the profile subject, or the practical subject, counts as often as there are electives.',
    source: `${decree}, art. 3.35, paragraphs 4 and 5`,
    confidence: 'high',
    readOn,
  },
  {
    id: 'grade.no-part-below-four',
    says: 'No part of the combination grade may be below 4; a mean that becomes less is warned about.',
    source: `${decree}, art. 3.35, paragraph 1, d`,
    confidence: 'high',
    readOn,
  },
  {
    id: 'grade.resit-highest',
    says: 'Of several attempts at a component the highest grade counts.',
    source: `${decree}, art. 3.16 and 3.39; for a single component the PTA says so (WVO 2020, art. 2.60a)`,
    confidence: 'medium',
    readOn,
  },
  {
    id: 'grade.catch-up-is-open',
    says: 'A component that is missing or to be caught up leaves the mean as it is, and the subject incomplete.',
    source: 'WVO 2020, art. 2.60: the examination regulations have rules for catching up',
    confidence: 'medium',
    readOn: '2024-08-01',
  },
  {
    id: 'grade.exemption-stays-out',
    says: 'An exempted component stays out of the mean and isn’t missing.',
    source: `${decree}, art. 3.8 (exemption of a subject); for a component it is practice`,
    confidence: 'medium',
    readOn,
  },
  {
    id: 'grade.company-share',
    says: 'A company’s judgement enters a grade only by the share and the table of levels in the PTA, and the teacher settles it.',
    source: 'domain.md B.4, point 17; model placement agreement, art. 10',
    confidence: 'medium',
    readOn: '2023-06-01',
  },
];
