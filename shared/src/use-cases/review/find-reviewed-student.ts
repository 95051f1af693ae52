import type { Course } from '../../domain/activity/assignment.js';
import { naturalId } from '../../ids.js';
import { Problem } from '../../problem.js';
import { enrolments, identities, platforms } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';
import type { RosterReader } from '../roster/roster-reader.js';

interface Deps {
  store: Store;
  rosterReader: RosterReader;
}

/**
 * The student of this course whom the LMS calls `subject`. Somebody who never opened the tool is looked up in the LMS's list first.
 * Throws Problem `launch/unknown-student`.
 */
export async function findReviewedStudent(
  deps: Deps,
  course: Stored<Course, 'school'>,
  subject: string,
): Promise<string> {
  const known = await studentCalled(deps.store, course, subject);
  if (known !== undefined) return known;
  // An LMS that doesn't tell who is in the course leaves us as wise as before, and then we say so.
  await deps.rosterReader.read({ school: course.school, course: course.id, wish: 'now' });
  const read = await studentCalled(deps.store, course, subject);
  if (read === undefined) throw new Problem('launch/unknown-student', { course: course.id });
  return read;
}

async function studentCalled(
  store: Store,
  { school, id: course, platform }: Stored<Course, 'school'>,
  subject: string,
): Promise<string | undefined> {
  const issuer = (await store.get(platforms, { id: platform }))?.issuer ?? '';
  const identity = await store.get(identities, { school, id: naturalId('lti', issuer, subject) });
  if (!identity) return undefined;
  const place = await store.get(enrolments, { school, id: naturalId('enrolment', course, identity.person) });
  return place?.role === 'student' ? identity.person : undefined;
}
