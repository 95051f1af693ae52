import type { Person } from '../../domain/people/person.js';
import { naturalId, newId } from '../../ids.js';
import { identities, people } from '../../store/collections.js';
import { change, put, type Store, type Write } from '../../store/port.js';

export interface LmsIdentity {
  school: string;
  issuer: string;
  /** The LMS's own id of the person: `sub`. */
  subject: string;
}

export type ToldOfPerson = Pick<Person, 'givenName' | 'familyName' | 'fullName' | 'email' | 'studentNumber' | 'locale'>;

export interface RememberedPerson {
  id: string;
  writes: Write[];
}

/**
 * The person behind an identity of an LMS, with the writes that remember what the LMS tells now. Known by (issuer, sub) and by nothing else,
 * least of all an e-mail address, which schools hand out again. What the LMS doesn't tell any more stays as it was.
 */
export async function rememberPerson(
  store: Store,
  identity: LmsIdentity,
  all: ToldOfPerson,
  at: string,
): Promise<RememberedPerson> {
  const { school, issuer, subject } = identity;
  const told: ToldOfPerson = Object.fromEntries(
    Object.entries(all as Record<string, string | undefined>).filter(([, value]) => value !== undefined),
  );
  const key = { school, id: naturalId('lti', issuer, subject) };
  const known = await store.get(identities, key);
  if (!known) {
    const id = newId();
    const person = put(people, { school, id }, { ...told, createdAt: at }, 0);
    return { id, writes: [person, put(identities, key, { person: id, issuer, subject }, 0)] };
  }
  const person = await store.get(people, { school, id: known.person });
  const fields = Object.keys(told) as (keyof ToldOfPerson)[];
  const changed = person && fields.some((field) => person[field] !== told[field]);
  return { id: known.person, writes: changed ? [change(people, person, told)] : [] };
}
