import { School } from '../../domain/school/school.js';
import { hashOf, newId, newSecret } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { registrationLinks, schools } from '../../store/collections.js';
import { audit, put, type Store, type Stored, type Write } from '../../store/port.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** A one-time link that an LMS administrator pastes into the LMS. Its secret is nowhere else: the store keeps a hash. */
export interface MadeLink {
  secret: string;
  expiresAt: string;
}

/** How long a registration link can be used. */
export const linkMinutes = 30;

/** A new tenant, with a registration link to begin with. */
export async function addSchool(
  { store, now }: Deps,
  input: { name: string; locale: School['locale']; actor: string },
): Promise<{ school: string; link: MadeLink }> {
  const school = newId();
  const at = now();
  const value = School.parse({ name: input.name, locale: input.locale, linkDays: 21, createdAt: at.toISOString() });
  const { link, writes } = newLink(school, { actor: input.actor, autoConfirm: false }, at);
  const fact = { at: at.toISOString(), actor: input.actor, action: 'school/added', object: `schools/${school}` };
  await store.commit([put(schools, { id: school }, value, 0), audit(school, fact), ...writes]);
  return { school, link };
}

/** Another registration link for a school. With `autoConfirm` the platform works at once, without a person's yes: for practice. */
export async function makeRegistrationLink(
  { store, now }: Deps,
  input: { school: string; autoConfirm: boolean; actor: string },
): Promise<MadeLink> {
  await getSchool(store, input.school);
  const { link, writes } = newLink(input.school, input, now());
  await store.commit(writes);
  return link;
}

/** The school, or Problem `school/unknown`. */
export async function getSchool(store: Store, id: string): Promise<Stored<School, 'installation'>> {
  const school = await store.get(schools, { id });
  if (!school) throw new Problem('school/unknown', { school: id });
  return school;
}

function newLink(
  school: string,
  { autoConfirm, actor }: { autoConfirm: boolean; actor: string },
  at: Date,
): { link: MadeLink; writes: Write[] } {
  const secret = newSecret();
  const id = hashOf(secret);
  const expiresAt = new Date(at.getTime() + linkMinutes * 60_000).toISOString();
  const fact = { at: at.toISOString(), actor, action: 'registration-link/made', object: `registrationLinks/${id}` };
  return {
    link: { secret, expiresAt },
    writes: [put(registrationLinks, { id }, { school, autoConfirm, expiresAt }, 0), audit(school, fact)],
  };
}
