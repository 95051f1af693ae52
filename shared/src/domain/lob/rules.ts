import type { Rule } from '../rules/rule.js';

const brochure = {
  source: 'Platforms VMBO, buitenschools leren (2023), S1 (LOB)',
  confidence: 'medium',
  readOn: '2026-11-24',
} as const;

/** What holds for career learning, by what it is called in the code. */
export const careerRules = {
  outsideSchool: {
    ...brochure,
    id: 'lob.outside-school',
    says: 'A career assignment is done outside school, unless a teacher lets that go with a reason.',
  },
  notTwice: {
    ...brochure,
    id: 'lob.not-twice',
    says: 'A student doesn’t do two career assignments of the same kind, unless a teacher allows it with a reason.',
  },
  motivatedBefore: {
    ...brochure,
    id: 'lob.motivated-before',
    says: 'Before a career assignment the student says why she chose it, in a talk with a teacher; a teacher can let that go with a reason.',
  },
  reflectedAfter: {
    ...brochure,
    id: 'lob.reflected-after',
    says: 'After a career assignment the student reflects on it, in a talk with a teacher that ends with a next step; a teacher can let the talk go with a reason, the student’s own reflection never.',
  },
  closedWithReflection: {
    ...brochure,
    id: 'lob.closed-with-reflection',
    says: 'No experience for one’s career is closed without a reflection.',
  },
  fourParts: {
    id: 'lob.four-parts',
    says: 'Each entry of a career file holds aims, results, an evaluation, and a conclusion with what follows.',
    source: 'SLO, examenprogramma’s beroepsgericht, kern c-2',
    confidence: 'high',
    readOn: '2026-11-24',
  },
  fewQuestions: {
    ...brochure,
    id: 'lob.few-questions',
    says: 'An experience asks at most five questions, each with one short answer.',
    source: 'Platforms VMBO, buitenschools leren (2023), 12 (Kuijpers); the number is advice of ours',
    confidence: 'low',
  },
} as const satisfies Readonly<Record<string, Rule>>;

/** The rules of this folder, for docs/rules.md. */
export const rules: readonly Rule[] = Object.values(careerRules);
