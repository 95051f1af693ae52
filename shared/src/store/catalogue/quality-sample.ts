import type { CatalogueOf } from './entry.js';

/** Second looks at settled grades. */
export const aboutQualitySample = {
  qualitySamples: {
    component: ['school', 'which part of the school exam'],
    course: ['school', 'from which course'],
    method: ['technical', 'how it was drawn'],
    seed: ['technical', 'to draw it again'],
    population: ['judgement', 'what it was drawn from: grades without names, to draw it again'],
    populationHash: ['technical', 'shows whether the population was changed'],
    drawn: ['reference', 'which grades were drawn'],
    drawnBy: ['reference', 'who drew'],
    drawnAt: ['technical', 'when'],
  },
  sampleCases: {
    sample: ['technical', 'of which draw'],
    gradeKey: ['reference', 'which grade'],
    revision: ['technical', 'as it stood when it was drawn'],
    student: ['reference', 'whose work'],
    component: ['school', 'which part of the school exam'],
    attempt: ['technical', 'which attempt'],
    activity: ['school', 'on what'],
    course: ['school', 'in which course'],
    company: ['reference', 'where it was done, to see how a company’s judgement drifts'],
    companyName: ['company', 'as it was named'],
    state: ['technical', 'how far it is'],
    schoolWork: ['work', 'what the student did at school'],
    second: ['judgement', 'the second judgement'],
    first: ['judgement', 'what it was laid beside'],
    decision: ['judgement', 'what was decided, and why'],
    followUp: ['judgement', 'what is to be done about it'],
    remindOn: ['technical', 'when to look again'],
  },
} as const satisfies CatalogueOf<'qualitySamples' | 'sampleCases'>;
