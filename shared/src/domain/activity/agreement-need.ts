import type { ActivityKind, AgreementName } from './activity-kind.js';

/** The seven factors of a good decision, and what the law and the school add. */
export interface AgreementFacts {
  /** Size, in days. */
  days: number;
  /** Learning goals: counts for an elective or the profile subject. */
  countsForSubject: boolean;
  /** Guidance by the company alone. */
  guidedByCompany: boolean;
  /** Work: the student does work, more than looking. */
  works: boolean;
  /** Working times outside school hours. */
  outsideSchoolHours: boolean;
  /** Confidentiality: hears or sees what must stay inside. */
  confidential: boolean;
  /** Insurance: the school's own surely covers it. */
  insured: boolean;
  /** 14 or 15 on one of the days. */
  under16: boolean;
  /** The school wants one for this kind, whatever the law says. */
  schoolDemands: boolean;
}

export const agreementReasons = [
  'kind',
  'work',
  'goals',
  'school',
  'size',
  'guidance',
  'times',
  'confidentiality',
  'insurance',
  'habit',
] as const;
export type AgreementReason = (typeof agreementReasons)[number];

export interface AgreementNeed {
  need: 'required' | 'advised' | 'optional';
  because: readonly AgreementReason[];
  agreement: AgreementName;
  /** Signed by a parent too, and before the first day. */
  guardianFirst: boolean;
}

/** "A day or a few days" is a taste; what is longer is a placement like another. */
const fewDays = 3;

/**
 * Whether there must be an agreement. The law decides first, then the school, which may ask for more and never for less, then what is usual (domain G1:
 * Uitvoeringsbesluit WVO 2020 art. 2.36, Nadere regeling kinderarbeid art. 3:1).
 */
export function decideAgreement(kind: ActivityKind, facts: AgreementFacts): AgreementNeed {
  const byLaw = reasons([
    ['kind', kind.agreement === 'law'],
    ['work', facts.works],
    ['goals', facts.countsForSubject],
  ]);
  const required = [...byLaw, ...reasons([['school', facts.schoolDemands]])];
  const usual = reasons([
    ['size', facts.days > fewDays],
    ['guidance', facts.guidedByCompany],
    ['times', facts.outsideSchoolHours],
    ['confidentiality', facts.confidential],
    ['insurance', !facts.insured],
    ['habit', kind.agreement === 'advised'],
  ]);
  const agreement = kind.agreementName;
  const guardianFirst = facts.works && facts.under16;
  if (required.length > 0) return { need: 'required', because: required, agreement, guardianFirst };
  return { need: usual.length > 0 ? 'advised' : 'optional', because: usual, agreement, guardianFirst };
}

function reasons(all: readonly [AgreementReason, boolean][]): AgreementReason[] {
  return all.filter(([, holds]) => holds).map(([reason]) => reason);
}
