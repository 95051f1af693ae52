import { z } from 'zod';
import type { Counting } from '../activity/assignment.js';
import type { PtaComponent } from '../pta/pta.js';

const line = (max: number) => z.string().trim().min(1).max(max);

/** Somebody outside the staff whom the board named to take part in the school exam (deskundige, WVO 2020 art. 2.51 lid 4). For one activity; withdrawn, never erased. */
export const NamedExpert = z.strictObject({
  activity: z.string(),
  name: line(120),
  /** What they do at the company. */
  role: line(120),
  company: line(120),
  /** The day of the board's decision. */
  namedOn: z.iso.date(),
  /** Who wrote it down here: exam secretary or teacher. */
  namedBy: z.string(),
  at: z.iso.datetime(),
  withdrawnAt: z.iso.datetime().optional(),
});
export type NamedExpert = z.infer<typeof NamedExpert>;

export type ExpertNeed = 'none' | 'named' | 'missing';

/**
 * Whether somebody of the company must have been named before its judgement weighs in a school exam grade, and whether that was done.
 * Missing is a warning: the law says who may take the exam (2.51), not that a weighed judgement is taking it; the teacher settles.
 */
export function expertNeed(
  counting: Counting,
  component: Pick<PtaComponent, 'companyRole' | 'companyWeight'> | undefined,
  experts: readonly Pick<NamedExpert, 'withdrawnAt'>[],
): ExpertNeed {
  if (counting.kind !== 'pta' || !component) return 'none';
  if (component.companyRole !== 'counts' && component.companyWeight === 0) return 'none';
  return experts.some(({ withdrawnAt }) => withdrawnAt === undefined) ? 'named' : 'missing';
}
