import type { Activity } from '../../domain/activity/assignment.js';
import type { Invitation, Placement } from '../../domain/company/company.js';
import type { Work } from '../../domain/evidence/work.js';
import { momentOf, type Moment } from '../../domain/assessment/moment.js';
import { naturalId } from '../../ids.js';
import { Problem } from '../../problem.js';
import { activities, enrolments, invitations, placements, works } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';

/** One student on one activity. */
export interface OneStudent {
  school: string;
  activity: string;
  student: string;
}

/** One placement per activity and student. */
export function placementId({ activity, student }: OneStudent): string {
  return naturalId('placement', activity, student);
}

/** One company record per name and address, however they are typed. */
export function companyId(name: string, contactEmail: string): string {
  return naturalId('company', name.trim().toLowerCase(), contactEmail.trim().toLowerCase());
}

/** One judgement per invitation. */
export function judgementId(invitation: string): string {
  return naturalId('judgement', invitation);
}

export async function getActivity(store: Store, school: string, id: string): Promise<Stored<Activity, 'school'>> {
  const activity = await store.get(activities, { school, id });
  if (!activity) throw new Problem('request/not-found', { activity: id });
  return activity;
}

export function findPlacement(store: Store, one: OneStudent): Promise<Stored<Placement, 'school'> | undefined> {
  return store.get(placements, { school: one.school, id: placementId(one) });
}

/** The work of the newest attempt, if the student has begun one. */
export async function findNewestWork(store: Store, one: OneStudent): Promise<Stored<Work, 'school'> | undefined> {
  const { items } = await store.find(works, { where: one });
  return items.reduce<Stored<Work, 'school'> | undefined>(
    (newest, work) => (newest && newest.attempt >= work.attempt ? newest : work),
    undefined,
  );
}

/** The invitation that counts for a moment of the student's newest attempt: the open or answered one; a withdrawn one is over. */
export async function findCurrentInvitation(
  store: Store,
  { school, activity, student }: OneStudent,
  moment: Moment = 'end',
): Promise<{ attempt: number; invitation?: Stored<Invitation, 'school'> }> {
  const one = { school, activity, student };
  const attempt = (await findNewestWork(store, one))?.attempt ?? 1;
  const { items } = await store.find(invitations, { where: one, sort: { field: 'invitedAt', descending: true } });
  const invitation = items.find(
    (each) => each.state !== 'withdrawn' && each.attempt === attempt && momentOf(each) === moment,
  );
  return { attempt, ...(invitation && { invitation }) };
}

/** The invitations of a student that nobody answered yet, of every moment. */
export async function findOpenInvitations(store: Store, one: OneStudent): Promise<Stored<Invitation, 'school'>[]> {
  const { items } = await store.find(invitations, { where: { ...one, state: 'invited' } });
  return [...items];
}

/** Throws unless each person is an active student of the activity's course: nobody else can be sent to a company. */
export async function insistOnStudents(
  store: Store,
  activity: Stored<Activity, 'school'>,
  students: readonly string[],
): Promise<void> {
  const { school, course } = activity;
  for (const person of students) {
    const { items } = await store.find(enrolments, {
      where: { school, course, person, role: 'student', state: 'active' },
      limit: 1,
    });
    if (items.length === 0) throw new Problem('request/not-found', { activity: activity.id, student: person });
  }
}
