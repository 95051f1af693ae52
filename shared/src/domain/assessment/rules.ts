import type { Rule } from '../rules/rule.js';

const decree = 'Uitvoeringsbesluit WVO 2020 (BWBR0045787)';
const readOn = '2025-10-01';
const placementGuide = 'domain.md A.2';

/** What the house keeps about assessing (domain.md A.2, A.4, B.2, B.5). */
export const assessmentRules: readonly Rule[] = [
  {
    id: 'assessment.self-is-formative',
    says: 'What a student says of her own work is for the conversation: it changes no suggestion and no grade.',
    source: 'domain.md B.4, point 17: a grade comes about by the rule of the PTA, settled by the teacher',
    confidence: 'medium',
    readOn,
  },
  {
    id: 'assessment.end-counts',
    says: 'Of several moments of assessment only the end weighs in the suggested grade.',
    source: 'domain.md A.4, point 49: two linked assessments; that the last one counts is our reading',
    confidence: 'medium',
    readOn,
  },
  {
    id: 'assessment.attitude-without-grade',
    says: 'Observations of professional attitude and growth have no grade, and are never in a suggestion or on a list.',
    source: 'domain.md A.4, point 61: not everything needs a grade',
    confidence: 'medium',
    readOn,
  },
  {
    id: 'assessment.teacher-settles',
    says: 'Whoever judges at a company, the responsible teacher settles the grade.',
    source: `${placementGuide}, row 1: out-of-school learning is under the responsibility of the school; WVO 2020, art. 2.51, paragraph 3`,
    confidence: 'high',
    readOn,
  },
  {
    id: 'assessment.named-expert',
    says: 'Somebody of a company takes part in the school exam only when the board named them; where the judgement of a company weighs, a missing name is a warning.',
    source: 'WVO 2020, art. 2.51, paragraph 4; that a weighed judgement is taking part is our reading',
    confidence: 'medium',
    readOn,
  },
  {
    id: 'assessment.proof-in-pta',
    says: 'A proof of competence at a company counts only when it is a component of the PTA.',
    source: `domain.md A.3, row 23 (guidance of the ministry)`,
    confidence: 'high',
    readOn,
  },
  {
    id: 'assessment.proof-examiner',
    says: 'A proof of competence at a company has an examiner of the school.',
    source: `domain.md A.3, row 23: under the responsibility of the school`,
    confidence: 'high',
    readOn,
  },
  {
    id: 'assessment.sitting-recorded',
    says: 'Of a sitting is kept when and where it was and who examined; never a task, a paper or an answer.',
    source: `${decree}, art. 3.19 and 3.20; what is kept is our choice`,
    confidence: 'medium',
    readOn,
  },
  {
    id: 'assessment.cspe-examiner',
    says: 'At a part of the cspe an examiner of the subject is present while candidates work.',
    source: `${decree}, art. 3.26`,
    confidence: 'high',
    readOn,
  },
  {
    id: 'assessment.cspe-second-examiner',
    says: 'A part of the cspe is judged by a second examiner too, another person: of the school, or a named expert.',
    source: `${decree}, art. 3.27`,
    confidence: 'high',
    readOn,
  },
  {
    id: 'assessment.cspe-papers-secret',
    says: 'The papers of the cspe stay secret until the start; no task is stored here, and no company sees one.',
    source: `${decree}, art. 3.19, paragraph 2, and 3.20`,
    confidence: 'high',
    readOn,
  },
  {
    id: 'assessment.cspe-observations',
    says: 'The examiner of a part of the cspe records in writing what she observes.',
    source: `${decree}, art. 3.26`,
    confidence: 'high',
    readOn,
  },
  {
    id: 'assessment.cspe-window',
    says: 'A part of the cspe is not held before 1 April.',
    source: `${decree}, art. 3.17, paragraph 2`,
    confidence: 'high',
    readOn,
  },
];
