import { displayName, type NameMatch, type Person } from '../../domain/people/person.js';
import { naturalId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { enrolments, nameMatches, people } from '../../store/collections.js';
import { audit, change, put, remove, type Store, type Stored } from '../../store/port.js';
import { nameList } from './name-list.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** One student of a course, and the teacher who says who it is. */
export interface NamedStudent {
  school: string;
  course: string;
  student: string;
  by: string;
}

export type NameChoice =
  | { kind: 'typed'; givenName: string; familyName: string }
  /** Somebody of the LMS's list of this course. */
  | { kind: 'listed'; person: string };

/**
 * Gives a name to a student whose name the LMS doesn't share. It holds in the whole school, and grades still go by the LMS's own id.
 * Throws Problem `request/not-found` when the student has a name already or isn't in the course, or the chosen one isn't on its list.
 */
export async function matchName(deps: Deps, who: NamedStudent, choice: NameChoice): Promise<void> {
  const { store } = deps;
  const { school, course, student, by } = who;
  const person = await studentOf(store, who);
  if (displayName(person) !== undefined) throw new Problem('request/not-found', { student });
  const given = await givenBy(store, who, choice);
  const at = deps.now().toISOString();
  const match: NameMatch = {
    person: student,
    course,
    given,
    ...(choice.kind === 'listed' && { chosen: choice.person }),
    by,
    at,
  };
  const fact = { at, actor: by, action: 'person/name-given', object: `people/${student}`, after: contentHash(given) };
  const known = await store.get(nameMatches, { school, id: student });
  await store.commit([
    change(people, person, given),
    put(nameMatches, { school, id: student }, match, known?.version ?? 0),
    audit(school, fact),
  ]);
}

/** Takes a given name back: the student has a number again. What the LMS told meanwhile stays. */
export async function undoNameMatch(deps: Deps, who: NamedStudent): Promise<void> {
  const { store } = deps;
  const { school, course, student, by } = who;
  const match = await store.get(nameMatches, { school, id: student });
  if (match?.course !== course) throw new Problem('request/not-found', { student });
  const person = await studentOf(store, who);
  const fields = Object.keys(match.given) as (keyof NameMatch['given'])[];
  const mine = fields.filter((field) => person[field] === match.given[field]);
  const at = deps.now().toISOString();
  const before = contentHash(match.given);
  await store.commit([
    change(people, person, Object.fromEntries(mine.map((field) => [field, undefined])) as Partial<Person>),
    remove(nameMatches, match),
    audit(school, { at, actor: by, action: 'person/name-taken-back', object: `people/${student}`, before }),
  ]);
}

async function studentOf(store: Store, { school, course, student }: NamedStudent): Promise<Stored<Person, 'school'>> {
  const place = await store.get(enrolments, { school, id: naturalId('enrolment', course, student) });
  const person = await store.get(people, { school, id: student });
  if (place?.role !== 'student' || !person) throw new Problem('request/not-found', { student });
  return person;
}

async function givenBy(store: Store, who: NamedStudent, choice: NameChoice): Promise<NameMatch['given']> {
  if (choice.kind === 'typed') return { givenName: choice.givenName, familyName: choice.familyName };
  const { listed } = await nameList(store, who);
  const chosen = listed.some(({ person }) => person === choice.person)
    ? await store.get(people, { school: who.school, id: choice.person })
    : undefined;
  if (!chosen) throw new Problem('request/not-found', { person: choice.person });
  const { givenName, familyName = '', fullName, studentNumber } = chosen;
  const first = givenName ?? fullName ?? '';
  return {
    givenName: first,
    familyName: givenName === undefined ? '' : familyName,
    ...(studentNumber !== undefined && { studentNumber }),
  };
}
