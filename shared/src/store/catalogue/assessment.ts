import type { CatalogueOf } from './entry.js';

/** What is thought of a student's work inside the school, and what an exam asks to be written down. */
export const aboutAssessment = {
  judgements: {
    activity: ['school', 'on what'],
    student: ['reference', 'about whom'],
    attempt: ['work', 'first time or resit'],
    moment: ['school', 'start, middle or end'],
    judge: ['judgement', 'the student herself or the teacher'],
    levels: ['judgement', 'a level for each criterion'],
    remark: ['judgement', 'what they say of it'],
    by: ['reference', 'who judged'],
    at: ['technical', 'when'],
  },
  observations: {
    activity: ['school', 'on what'],
    student: ['reference', 'about whom'],
    topic: ['judgement', 'attitude or growth'],
    words: ['judgement', 'what the teacher noticed; never a grade'],
    by: ['reference', 'who noticed it'],
    at: ['judgement', 'when, to see growth'],
  },
  sittings: {
    activity: ['school', 'which sitting'],
    student: ['reference', 'who was examined'],
    attempt: ['work', 'first time or resit'],
    heldOn: ['work', 'when it was held'],
    place: ['company', 'where it was held'],
    schoolExaminer: ['identity', 'the examiner that the law asks for'],
    secondExaminer: ['identity', 'the second examiner that the law asks for'],
    papersSecret: ['school', 'that the papers stayed secret'],
    observationsWritten: ['school', 'that observations were written down, at school'],
    by: ['reference', 'who wrote this down'],
    at: ['technical', 'when'],
  },
  namedExperts: {
    activity: ['school', 'for which component'],
    name: ['identity', 'who was named for the school exam'],
    role: ['identity', 'what they do at the company'],
    company: ['company', 'where'],
    namedOn: ['school', 'the day of the decision'],
    namedBy: ['reference', 'who wrote it down'],
    at: ['technical', 'when'],
    withdrawnAt: ['technical', 'when it ended'],
  },
} as const satisfies CatalogueOf<'judgements' | 'observations' | 'sittings' | 'namedExperts'>;
