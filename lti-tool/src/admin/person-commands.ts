import { z } from 'zod';
import { displayName } from '@buitenboord/shared/domain/people/person.js';
import { enrolments, people, visits } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { getSchool } from '@buitenboord/shared/use-cases/school/add-school.js';
import { grantsOfSchool } from '@buitenboord/shared/use-cases/school/grant-role.js';
import { defineCommand, type Command } from './command.js';
import { Id, schoolOption, Switch } from './inputs.js';

const list = defineCommand({
  name: 'person list',
  about: 'Lists the people of a school by id, with roles and last visit.',
  options: {
    school: schoolOption,
    names: { about: 'shows names as well; without it no personal data leaves the store' },
  },
  schema: z.strictObject({ school: Id, names: Switch }),
  run: async ({ store }, { school, names }) => {
    await getSchool(store, school);
    const [roles, seen] = [await rolesOf(store, school), await lastVisits(store, school)];
    const data = [];
    for await (const person of store.each(people, { where: { school } })) {
      const { id } = person;
      const name = displayName(person);
      data.push({
        person: id,
        roles: [...(roles.get(id) ?? [])],
        lastVisit: seen.get(id) ?? null,
        ...(names && { name: name ?? null }),
      });
    }
    const lines = data.map(({ person, roles: has, lastVisit, name }) =>
      [person, has.join(', ') || 'no role', lastVisit ?? 'never', name ?? ''].join('  ').trimEnd(),
    );
    return { lines: lines.length > 0 ? lines : ['Nobody yet.'], data };
  },
});

export const personCommands: readonly Command[] = [list];

async function rolesOf(store: Store, school: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const roles = new Map<string, Set<string>>();
  const note = (person: string, role: string) => roles.set(person, (roles.get(person) ?? new Set()).add(role));
  for await (const { person, role } of store.each(enrolments, { where: { school, state: 'active' } }))
    note(person, role);
  for (const { person, role, state } of await grantsOfSchool(store, school))
    if (state === 'granted') note(person, role);
  return roles;
}

async function lastVisits(store: Store, school: string): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  for await (const { person, seenAt } of store.each(visits, { where: { school } })) {
    if (seenAt > (seen.get(person) ?? '')) seen.set(person, seenAt);
  }
  return seen;
}
