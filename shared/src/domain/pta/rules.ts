import type { Rule } from '../rules/rule.js';

const law = 'Wet voortgezet onderwijs 2020 (BWBR0044212)';
const readOn = '2024-08-01';

/** What the house keeps about the programme of testing (domain.md B.3). */
export const ptaRules: readonly Rule[] = [
  {
    id: 'pta.versions',
    says: 'A programme goes from draft to proposed to adopted; an adopted version never changes, and stays readable when a later one amends it.',
    source: `${law}, art. 2.60a to 2.60e; the states are ours`,
    confidence: 'high',
    readOn,
  },
  {
    id: 'pta.says-what-and-when',
    says: 'Each component says its content and its time window; what lacks is shown before a programme is proposed or adopted.',
    source: `${law}, art. 2.60a, c and d`,
    confidence: 'high',
    readOn,
  },
  {
    id: 'pta.before-october',
    says: 'A programme is adopted before 1 October of its school year; later is told as late.',
    source: `${law}, art. 2.60a`,
    confidence: 'high',
    readOn,
  },
  {
    id: 'pta.amendment',
    says: 'From 1 October on an adopted programme changes only for unforeseen circumstances or an obvious error, after the examination committee advised.',
    source: `${law}, art. 2.60b`,
    confidence: 'high',
    readOn,
  },
  {
    id: 'pta.graded-points-to-component',
    says: 'An activity with a grade points to one component of an adopted programme; without one it is formative.',
    source: `${law}, art. 2.60a: each test is traceable to the programme; the link is ours`,
    confidence: 'high',
    readOn,
  },
  {
    id: 'pta.component-with-grades-stays',
    says: 'A component with grades can neither go nor be judged on another scale.',
    source: `${law}, art. 2.60b, and Uitvoeringsbesluit WVO 2020, art. 3.11 (examination file); the refusal is ours`,
    confidence: 'medium',
    readOn,
  },
  {
    id: 'pta.gate',
    says: 'A component without a grade (O/V/G, met / not met) never enters a mean, and may be a gate: not passed, the subject is incomplete.',
    source: 'domain.md B.4, point 1: practice of schools',
    confidence: 'medium',
    readOn,
  },
  {
    id: 'pta.company-share-needs-table',
    says: 'A company’s judgement counts only with a share and a table from levels to grades in the programme.',
    source: 'domain.md B.4, point 17; model placement agreement, art. 10',
    confidence: 'medium',
    readOn: '2023-06-01',
  },
];
