import type { Course } from '../../domain/activity/assignment.js';
import type { Enrolment } from '../../domain/people/person.js';
import { naturalId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import type { Roster, RosterMember } from '../../ports/roster.js';
import { Problem } from '../../problem.js';
import { courses, enrolments, platforms } from '../../store/collections.js';
import { change, put, type Store, type Stored, type Write } from '../../store/port.js';
import { rememberPerson } from '../people/remember-person.js';

interface Deps {
  store: Store;
  roster: Roster;
  now: Clock;
}

export const rosterIsFreshMs = 10 * 60_000;

/**
 * Reads who is in the course from the LMS, so that students who never opened the tool are listed. People who left are marked, never deleted.
 * Does nothing when it was read less than ten minutes ago, or when the LMS offers no list.
 */
export async function readRoster(
  deps: Deps,
  course: Stored<Course, 'school'>,
): Promise<'read' | 'fresh' | 'not-offered'> {
  const { store, now } = deps;
  const at = now().toISOString();
  if (!course.membershipsUrl) return 'not-offered';
  if (course.rosterReadAt && Date.parse(at) - Date.parse(course.rosterReadAt) < rosterIsFreshMs) return 'fresh';
  const platform = await store.get(platforms, { id: course.platform });
  if (!platform) return 'not-offered';
  const { membershipsUrl, deployment, school } = course;
  const members = await deps.roster.members({ school, platform: course.platform, deployment, membershipsUrl });
  // A list without anybody, not even the teacher who asks, is no list: nobody is marked as gone on its word.
  if (members.length === 0) throw new Problem('platform/answer-unusable', { course: course.id });
  const seen = new Set<string>();
  for (const member of members) {
    const { subject, givenName, familyName, fullName, email, studentNumber } = member;
    const told = { givenName, familyName, fullName, email, studentNumber };
    const person = await rememberPerson(store, { school, issuer: platform.issuer, subject }, told, at);
    seen.add(person.id);
    const writes = [...person.writes, ...(await placeOf(store, course, person.id, member, at))];
    // One commit a member: a class is small, and a launch at the same moment then spoils one row and not the list.
    if (writes.length > 0) await store.commit(writes);
  }
  await markWhoLeft(store, course, seen, at);
  const newest = await store.get(courses, { school, id: course.id });
  if (newest) await store.commit([change(courses, newest, { rosterReadAt: at })]);
  return 'read';
}

async function placeOf(
  store: Store,
  { school, id: course }: Stored<Course, 'school'>,
  person: string,
  member: RosterMember,
  at: string,
): Promise<Write[]> {
  const [told] = member.roles.includes('teacher') ? (['teacher'] as const) : member.roles;
  const id = naturalId('enrolment', course, person);
  const known = await store.get(enrolments, { school, id });
  // A non-editing teacher is Learner in Moodle's list and Instructor in the launch: the launch is right about who teaches.
  const role: Enrolment['role'] | undefined = known?.role === 'teacher' ? 'teacher' : told;
  if (!role) return [];
  const next = { course, person, subject: member.subject, role, state: member.state, seenAt: at };
  if (!known) return [put(enrolments, { school, id }, next, 0)];
  return known.role === role && known.state === member.state ? [] : [change(enrolments, known, next)];
}

async function markWhoLeft(
  store: Store,
  course: Stored<Course, 'school'>,
  seen: ReadonlySet<string>,
  at: string,
): Promise<void> {
  const where = { school: course.school, course: course.id, role: 'student' as const, state: 'active' as const };
  const gone: Stored<Enrolment, 'school'>[] = [];
  for await (const enrolment of store.each(enrolments, { where }))
    if (!seen.has(enrolment.person)) gone.push(enrolment);
  for (const enrolment of gone) await store.commit([change(enrolments, enrolment, { state: 'left', seenAt: at })]);
}
