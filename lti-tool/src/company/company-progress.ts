import type { CompanyRow } from '@buitenboord/shared/use-cases/company/list-companies.js';

/** How far the company of one student is. Exactly one holds. */
export type CompanyProgress =
  | { kind: 'noCompany' }
  | { kind: 'notInvited' }
  | { kind: 'mailProblem'; why: string; sentAt: string }
  | { kind: 'expired'; sentAt: string }
  | { kind: 'invited'; sentAt: string; until: string; openedAt?: string; remindedAt?: string }
  | { kind: 'done'; at: string };

export function progressOf({ placement, invitation }: CompanyRow, now: Date): CompanyProgress {
  if (!placement) return { kind: 'noCompany' };
  if (!invitation) return { kind: 'notInvited' };
  const { state, invitedAt: sentAt, expiresAt: until, mailProblem, openedAt, remindedAt, doneAt } = invitation;
  if (state === 'done') return { kind: 'done', at: doneAt ?? sentAt };
  if (mailProblem !== undefined) return { kind: 'mailProblem', why: mailProblem, sentAt };
  if (now.getTime() >= Date.parse(until)) return { kind: 'expired', sentAt };
  return { kind: 'invited', sentAt, until, ...(openedAt && { openedAt }), ...(remindedAt && { remindedAt }) };
}
