import type { Activity } from '../../domain/activity/assignment.js';
import { momentsOf, type Moment } from '../../domain/assessment/moment.js';
import { isExamSecret } from '../../domain/assessment/sitting.js';
import type { Invitation, Placement } from '../../domain/company/company.js';
import { nextInvitation } from '../../domain/company/next-invitation.js';
import { newId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { invitations, placements, schools } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, put, type Store, type Stored, type Write } from '../../store/port.js';
import { findCurrentInvitation, findPlacement, getActivity, insistOnStudents } from './company-records.js';
import { letterWrites, type LetterDeps, type Request } from './letters.js';
import { linkWithdrawals } from './withdraw-invitation.js';

interface Deps extends LetterDeps {
  now: Clock;
}

export interface StudentsToInvite {
  school: string;
  activity: string;
  students: readonly string[];
  /** The sending (`invitedAt`) that the teacher saw and wants again; a newer one is left alone. */
  seen?: string;
  /** What it is about; the end unless said otherwise. */
  moment?: Moment;
  by: string;
}

/**
 * Asks the supervisors of these students for a judgement: invitation, link and mail in one commit, one mail a supervisor.
 * Sending again makes a new link and ends the old ones. Says how many students it was done for; those already asked or answered are left.
 */
export async function inviteSupervisors(deps: Deps, input: StudentsToInvite): Promise<number> {
  return decideAgain(() => inviteOnce(deps, input));
}

async function inviteOnce(deps: Deps, input: StudentsToInvite): Promise<number> {
  const { store } = deps;
  const now = deps.now();
  const activity = await getActivity(store, input.school, input.activity);
  insistOnMoment(activity, input.moment ?? 'end');
  await insistOnStudents(store, activity, input.students);
  const expiresAt = await expiryOf(store, input.school, now);
  const asked: Asked[] = [];
  for (const student of new Set(input.students)) {
    const one = await askAbout(store, activity, student, { ...input, now, expiresAt });
    if (one) asked.push(one);
  }
  if (asked.length === 0) return 0;
  const requests = asked.map(({ request }) => request);
  const letters = await letterWrites(deps, activity, requests, (facts) => deps.mails.invitation(facts), now);
  await store.commit([...asked.flatMap(({ writes }) => writes), ...letters]);
  return asked.length;
}

/** No company sees anything of the cspe, and none is asked about a moment that isn't one of the activity's. */
function insistOnMoment(activity: Stored<Activity, 'school'>, moment: Moment): void {
  if (isExamSecret(activity)) throw new Problem('assessment/exam-secret', { activity: activity.id });
  if (!momentsOf(activity).includes(moment)) throw new Problem('request/not-found', { activity: activity.id, moment });
}

async function expiryOf(store: Store, id: string, now: Date): Promise<string> {
  const school = await store.get(schools, { id });
  if (!school) throw new Problem('school/unknown', { school: id });
  return new Date(now.getTime() + school.linkDays * 24 * 60 * 60_000).toISOString();
}

interface Asked {
  request: Request;
  writes: Write[];
}

interface Asking {
  seen?: string;
  moment?: Moment;
  by: string;
  now: Date;
  expiresAt: string;
}

async function askAbout(
  store: Store,
  activity: Stored<Activity, 'school'>,
  student: string,
  asking: Asking,
): Promise<Asked | undefined> {
  const one = { school: activity.school, activity: activity.id, student };
  const placement = await findPlacement(store, one);
  if (!placement) throw new Problem('company/not-named', { activity: activity.id, student });
  const { attempt, invitation } = await findCurrentInvitation(store, one, asking.moment);
  const next = nextInvitation(invitation, asking.seen, asking.now);
  if (next === 'leave') return undefined;
  const at = asking.now.toISOString();
  const about = asking.moment && asking.moment !== 'end' ? { moment: asking.moment } : {};
  const sending = { ...about, invitedBy: asking.by, invitedAt: at, expiresAt: asking.expiresAt };
  const id = next === 'again' && invitation ? invitation.id : newId();
  const invited =
    next === 'again' && invitation
      ? await sentAgain(store, invitation, sending)
      : [put(invitations, { school: one.school, id }, firstSending(placement, attempt, sending), 0)];
  return {
    request: { invitation: id, student, ...contactOf(placement), invitedBy: asking.by, expiresAt: asking.expiresAt },
    writes: [
      ...invited,
      // Two teachers at once: both touch the placement, so one of them decides again and finds the student invited.
      change(placements, placement, {}),
      audit(one.school, { at, actor: asking.by, action: 'company/invited', object: `invitations/${id}` }),
    ],
  };
}

type Sending = Pick<Invitation, 'moment' | 'invitedBy' | 'invitedAt' | 'expiresAt'>;

function firstSending(placement: Stored<Placement, 'school'>, attempt: number, sending: Sending): Invitation {
  const { activity, student, id } = placement;
  return { activity, student, attempt, placement: id, state: 'invited', ...sending };
}

/** The invitation goes on, with what the supervisor already chose; a reminder that was sent stays the only one. */
async function sentAgain(store: Store, invitation: Stored<Invitation, 'school'>, sending: Sending): Promise<Write[]> {
  return [
    change(invitations, invitation, { ...sending, mailProblem: undefined }),
    ...(await linkWithdrawals(store, invitation, sending.invitedAt)),
  ];
}

function contactOf({ contactName, contactEmail }: Placement): Pick<Request, 'contactName' | 'contactEmail'> {
  return { contactName, contactEmail };
}
