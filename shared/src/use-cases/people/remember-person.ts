import type { Person } from '../../domain/people/person.js';
import { naturalId, newId } from '../../ids.js';
import { identities, people } from '../../store/collections.js';
import { audit, change, put, type AuditFact, type Store, type Write } from '../../store/port.js';

export interface LmsIdentity {
  school: string;
  issuer: string;
  /** The LMS's own id of the person: `sub`. */
  subject: string;
  /** Who this was in LTI 1.1, proven by the signature of the old key. */
  former?: { issuer: string; subject: string };
}

export type ToldOfPerson = Pick<Person, 'givenName' | 'familyName' | 'fullName' | 'email' | 'studentNumber' | 'locale'>;

export interface RememberedPerson {
  id: string;
  writes: Write[];
}

/**
 * The person behind an identity of an LMS, with the writes that remember what the LMS tells now. Known by (issuer, sub) and by nothing else,
 * least of all an e-mail address, which schools hand out again; in a migration also by the proven identity of before. What the LMS doesn't tell any more stays as it was.
 */
export async function rememberPerson(
  store: Store,
  identity: LmsIdentity,
  all: ToldOfPerson,
  at: string,
): Promise<RememberedPerson> {
  const { school, issuer, subject, former } = identity;
  const told: ToldOfPerson = Object.fromEntries(
    Object.entries(all as Record<string, string | undefined>).filter(([, value]) => value !== undefined),
  );
  const key = { school, id: naturalId('lti', issuer, subject) };
  const formerKey = former && { school, id: naturalId('lti', former.issuer, former.subject) };
  const known = await store.get(identities, key);
  const old = formerKey && (await store.get(identities, formerKey));
  const id = known?.person ?? old?.person ?? newId();
  const joins = !known && old ? [audit(school, joined(id, at))] : [];
  return {
    id,
    writes: [
      ...((known ?? old) ? await changed(store, { school, id }, told) : [newPerson({ school, id }, told, at)]),
      ...(known ? [] : [put(identities, key, { person: id, issuer, subject }, 0)]),
      ...(formerKey && !old ? [put(identities, formerKey, { person: id, ...former }, 0)] : []),
      ...joins,
    ],
  };
}

type PersonKey = { school: string; id: string };

function newPerson(key: PersonKey, told: ToldOfPerson, at: string): Write {
  return put(people, key, { ...told, createdAt: at }, 0);
}

async function changed(store: Store, key: PersonKey, told: ToldOfPerson): Promise<Write[]> {
  const person = await store.get(people, key);
  const fields = Object.keys(told) as (keyof ToldOfPerson)[];
  return person && fields.some((field) => person[field] !== told[field]) ? [change(people, person, told)] : [];
}

function joined(person: string, at: string): AuditFact {
  return { at, actor: 'system', action: 'person/identity-joined', object: `people/${person}` };
}
