import type { Rule } from '../rules/rule.js';

/** What the house keeps about the quality sample (steekproef) and the exam file. */
export const qualitySampleRules: readonly Rule[] = [
  {
    id: 'sample.same-at-school',
    says: 'A sampled student does the same assignment at school, and the results are compared.',
    source: 'Practice of a regional app for learning in companies (domain.md A.8, row 147)',
    confidence: 'high',
    readOn: '2025-10-01',
  },
  {
    id: 'sample.repeatable',
    says: 'A draw follows from its seed and its population alone; both are kept, so that an inspector can do it again.',
    source: 'No rule prescribes how to draw; that the school exam must be assured is WVO 2020, art. 2.60 and 2.60a',
    confidence: 'medium',
    readOn: '2024-08-01',
  },
  {
    id: 'sample.blind',
    says: 'Who gives the second judgement didn’t settle the grade, and sees neither it nor the company’s judgement before.',
    source:
      'Our reading, after the second examiner of the cspe: Uitvoeringsbesluit WVO 2020 (BWBR0045787), art. 3.26 and 3.27',
    confidence: 'medium',
    readOn: '2025-10-01',
  },
  {
    id: 'sample.adjust-with-reason',
    says: 'After the comparison the grade stays or gets a new revision with a reason; no revision is ever overwritten.',
    source: 'Uitvoeringsbesluit WVO 2020 (BWBR0045787), art. 3.11: the exam file is documented',
    confidence: 'medium',
    readOn: '2025-10-01',
  },
  {
    id: 'sample.drift-of-companies',
    says: 'A mean difference is of a company in half a school year, from three students on, and never of a student.',
    source: 'GDPR, art. 5, paragraph 1, c (data minimisation); that three are enough is ours',
    confidence: 'low',
    readOn: '2025-10-01',
  },
  {
    id: 'exam-file.whole',
    says: 'The exam file holds everything of the school exam as documented, in a form that the school’s board chooses.',
    source: 'Uitvoeringsbesluit WVO 2020 (BWBR0045787), art. 3.11',
    confidence: 'high',
    readOn: '2025-10-01',
  },
];
