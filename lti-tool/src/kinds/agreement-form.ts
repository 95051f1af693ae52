import { z } from 'zod';
import { activityKindIds } from '@buitenboord/shared/domain/activity/activity-kind.js';
import type { AgreementFacts } from '@buitenboord/shared/domain/activity/agreement-need.js';

/** Beside the number of days: what a teacher ticks. */
export const factors = ['work', 'under16', 'goals', 'guidance', 'times', 'confidentiality', 'uninsured'] as const;
export type Factor = (typeof factors)[number];

/** The question names nobody, so it may stand in an address. */
export const AgreementQuestion = z.object({
  kind: z.enum(activityKindIds).catch('companyVisit'),
  days: z.coerce.number().int().min(1).max(400).catch(1),
  factor: z
    .preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(z.enum(factors)).max(factors.length))
    .catch([]),
  asked: z.literal('yes').optional().catch(undefined),
});
export type AgreementQuestion = z.infer<typeof AgreementQuestion>;

export function factsOf({ days, factor }: AgreementQuestion, schoolDemands: boolean): AgreementFacts {
  const has = (wanted: Factor) => factor.includes(wanted);
  return {
    days,
    works: has('work'),
    under16: has('under16'),
    countsForSubject: has('goals'),
    guidedByCompany: has('guidance'),
    outsideSchoolHours: has('times'),
    confidential: has('confidentiality'),
    insured: !has('uninsured'),
    schoolDemands,
  };
}
