import type { CompanyJudgement, Invitation, Placement } from '../company/company.js';
import type { Delivery } from '../delivery/delivery.js';
import type { Work } from '../evidence/work.js';
import type { SettledGrade } from '../grade/settled-grade.js';

/** What is known of one student's activity, of the newest attempt. */
export interface StandingFacts {
  work?: Work;
  placement?: Placement;
  invitation?: Invitation;
  judgement?: CompanyJudgement;
  grade?: SettledGrade;
  /** Where the grade is in the gradebook of the LMS; absent where nothing is sent. */
  delivery?: Delivery;
}

/**
 * Where a student's activity stands, and so whose turn it is. Exactly one holds; the first that applies, from the end of the way back to its beginning.
 */
export type Standing =
  | { kind: 'notArrived'; delivery: Delivery }
  | { kind: 'underWay'; delivery: Delivery }
  | { kind: 'inGradebook' }
  | { kind: 'settled' }
  | { kind: 'toSettle' }
  | { kind: 'mailRefused'; why: string }
  | { kind: 'noAnswer'; days: number }
  | { kind: 'linkExpired' }
  | { kind: 'waitsForCompany' }
  | { kind: 'toInvite' }
  | { kind: 'busy' }
  | { kind: 'notStarted' };

export type StandingKind = Standing['kind'];

/** After this many days without an answer it is the teacher's turn again: one after the reminder. */
export const noAnswerAfterDays = 6;
const dayMs = 24 * 60 * 60_000;

export function standingOf(facts: StandingFacts, now: Date): Standing {
  if (facts.grade?.value.kind === 'catchUp') return standingOfCatchUp(facts, facts.grade.settledAt);
  if (facts.grade) return standingOfGrade(facts.delivery);
  if (facts.judgement?.state === 'done') return { kind: 'toSettle' };
  const invitation = facts.invitation?.state === 'invited' ? facts.invitation : undefined;
  if (invitation) return standingOfInvitation(invitation, now);
  if (facts.work?.state === 'handedIn') return { kind: 'toInvite' };
  if (facts.work && (facts.work.draft !== '' || facts.work.read.length > 0 || facts.work.versions > 0))
    return { kind: 'busy' };
  return { kind: 'notStarted' };
}

/** Who has to catch up is at work again; what came in since is for the teacher. */
function standingOfCatchUp({ work, judgement }: StandingFacts, since: string): Standing {
  const came = [work?.handedInAt, judgement?.doneAt].some((at) => at !== undefined && at > since);
  return { kind: came ? 'toSettle' : 'busy' };
}

function standingOfGrade(delivery: Delivery | undefined): Standing {
  switch (delivery?.state) {
    case undefined:
    case 'withdrawn':
      return { kind: 'settled' };
    case 'confirmed':
      return { kind: 'inGradebook' };
    case 'rejected':
    case 'parked':
    case 'unknown':
      return { kind: 'notArrived', delivery };
    case 'ready':
    case 'sent':
    case 'received':
    case 'registered':
      return { kind: 'underWay', delivery };
  }
}

function standingOfInvitation(invitation: Invitation, now: Date): Standing {
  if (invitation.mailProblem) return { kind: 'mailRefused', why: invitation.mailProblem };
  if (now.getTime() >= Date.parse(invitation.expiresAt)) return { kind: 'linkExpired' };
  const days = Math.floor((now.getTime() - Date.parse(invitation.invitedAt)) / dayMs);
  return days >= noAnswerAfterDays ? { kind: 'noAnswer', days } : { kind: 'waitsForCompany' };
}

/** Whose turn it is: the filters above the grid. */
export function turnOf(standing: Standing): 'teacher' | 'company' | 'student' | 'done' {
  switch (standing.kind) {
    case 'notArrived':
    case 'toSettle':
    case 'mailRefused':
    case 'noAnswer':
    case 'linkExpired':
    case 'toInvite':
      return 'teacher';
    case 'waitsForCompany':
      return 'company';
    case 'busy':
    case 'notStarted':
      return 'student';
    case 'settled':
    case 'underWay':
    case 'inGradebook':
      return 'done';
  }
}
