import type { Course } from '../../domain/activity/assignment.js';
import type { Enrolment } from '../../domain/people/person.js';
import { naturalId } from '../../ids.js';
import type { RosterMember } from '../../ports/roster.js';
import { enrolments } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { change, put, type Store, type Stored, type Write } from '../../store/port.js';
import { rememberPerson } from '../people/remember-person.js';

type StoredCourse = Stored<Course, 'school'>;

interface Place {
  course: StoredCourse;
  issuer: string;
  at: string;
}

/** Gives a member of the class list a place in the course; answers the person's id. One commit a member, so that a launch meanwhile spoils one only. */
export function enrolMember(store: Store, { course, issuer, at }: Place, member: RosterMember): Promise<string> {
  const { subject, givenName, familyName, fullName, email, studentNumber } = member;
  return decideAgain(async () => {
    const told = { givenName, familyName, fullName, email, studentNumber };
    const person = await rememberPerson(store, { school: course.school, issuer, subject }, told, at);
    const writes = [...person.writes, ...(await placeOf(store, { course, person: person.id, at }, member))];
    if (writes.length > 0) await store.commit(writes);
    return person.id;
  });
}

async function placeOf(
  store: Store,
  { course, person, at }: { course: StoredCourse; person: string; at: string },
  member: RosterMember,
): Promise<Write[]> {
  const { school, id: courseId } = course;
  const id = naturalId('enrolment', courseId, person);
  const known = await store.get(enrolments, { school, id });
  const role = roleOf(member, known);
  if (!role) return [];
  const next = { course: courseId, person, subject: member.subject, role, state: member.state, seenAt: at };
  if (!known) return [put(enrolments, { school, id }, next, 0)];
  return known.role === role && known.state === member.state ? [] : [change(enrolments, known, next)];
}

/**
 * A non-editing teacher is Learner in Moodle's list and Instructor in the launch (recordings `nrps`, `launch-noneditingteacher-deeplinked`): the launch
 * is right about who teaches, so that nobody who taught here is listed among the students on the list's word. It gives no rights either: those come
 * with each launch and end with its visit. Somebody who left may be listed without a role, and keeps the one there was.
 */
function roleOf({ roles, state }: RosterMember, known: Enrolment | undefined): Enrolment['role'] | undefined {
  if (known?.role === 'teacher' || roles.includes('teacher')) return 'teacher';
  return roles[0] ?? (state === 'left' ? known?.role : undefined);
}

/** Students that a whole list no longer names. Teachers aren't looked for: an administrator who launches stands on no list. */
export async function markWhoLeft(
  store: Store,
  { school, id: course }: StoredCourse,
  seen: ReadonlySet<string>,
  at: string,
): Promise<void> {
  const where = { school, course, role: 'student' as const, state: 'active' as const };
  const gone: string[] = [];
  for await (const { id, person } of store.each(enrolments, { where })) if (!seen.has(person)) gone.push(id);
  for (const id of gone)
    await decideAgain(async () => {
      const known = await store.get(enrolments, { school, id });
      // Who launched while the list was read is there.
      if (known?.state === 'active' && known.seenAt < at)
        await store.commit([change(enrolments, known, { state: 'left', seenAt: at })]);
    });
}
