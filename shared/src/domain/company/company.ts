import { z } from 'zod';
import { moments } from '../assessment/moment.js';
import { levels } from '../grade/suggested-grade.js';

/** A company and the person there who looks along. */
export const Company = z.strictObject({
  name: z.string().trim().min(1).max(120),
  contactName: z.string().trim().min(1).max(120),
  contactEmail: z.email().max(254),
  addedBy: z.string(),
  addedAt: z.iso.datetime(),
});
export type Company = z.infer<typeof Company>;

/** Where a student carries out an activity. One per activity and student; a copy of the company's data as it was named. */
export const Placement = z.strictObject({
  activity: z.string(),
  student: z.string(),
  company: z.string(),
  companyName: z.string().max(120),
  contactName: z.string().max(120),
  contactEmail: z.string().max(254),
  namedBy: z.string(),
  namedAt: z.iso.datetime(),
});
export type Placement = z.infer<typeof Placement>;

/**
 * An invitation to a company supervisor: the link, and what came of it. The link's secret is stored as a hash (`companyLinks`);
 * sending again makes a new link and withdraws the old one.
 */
export const Invitation = z.strictObject({
  activity: z.string(),
  student: z.string(),
  attempt: z.int().min(1),
  placement: z.string(),
  /** The moment it asks about; absent: the end. */
  moment: z.enum(moments).optional(),
  state: z.enum(['invited', 'done', 'withdrawn']),
  invitedBy: z.string(),
  invitedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  openedAt: z.iso.datetime().optional(),
  remindedAt: z.iso.datetime().optional(),
  doneAt: z.iso.datetime().optional(),
  withdrawnAt: z.iso.datetime().optional(),
  /** Why the mail did not arrive, as the mail server said it. */
  mailProblem: z.string().max(500).optional(),
});
export type Invitation = z.infer<typeof Invitation>;

/** The answer of the company: a level for each criterion, in the order of the rubric. `draft` until the last button. */
export const CompanyJudgement = z.strictObject({
  activity: z.string(),
  student: z.string(),
  attempt: z.int().min(1),
  invitation: z.string(),
  /** As of its invitation. */
  moment: z.enum(moments).optional(),
  levels: z.array(z.enum(levels).nullable()).max(5),
  remark: z.string().max(2000),
  /** What the company noticed of attitude or growth: without a grade, and never in one. */
  attitude: z.string().max(500).optional(),
  state: z.enum(['draft', 'done']),
  /** The version of the work that lay there at the last button; absent when nothing was handed in. */
  handIn: z.string().optional(),
  /** Something is not right here, said from the thank-you page. */
  complaint: z.string().max(2000).optional(),
  startedAt: z.iso.datetime(),
  doneAt: z.iso.datetime().optional(),
});
export type CompanyJudgement = z.infer<typeof CompanyJudgement>;
