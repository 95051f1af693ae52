import { z } from 'zod';
import { grantRoles } from '@buitenboord/shared/domain/people/person.js';
import { getSchool } from '@buitenboord/shared/use-cases/school/add-school.js';
import { giveGrant, grantsOfSchool, withdrawGrant } from '@buitenboord/shared/use-cases/school/grant-role.js';
import { commandActor, defineCommand, type Command } from './command.js';
import { Id, Role, schoolOption } from './inputs.js';

const options = {
  school: schoolOption,
  person: { value: 'ID', about: 'id of the person, from "person list" or from the school page' },
  role: { value: 'ROLE', about: grantRoles.join(', ') },
};
const schema = z.strictObject({ school: Id, person: Id, role: Role });

const add = defineCommand({
  name: 'grant add',
  about: 'Gives a person a role at the school.',
  options,
  schema,
  run: async ({ store, now }, input) => {
    await getSchool(store, input.school);
    await giveGrant({ store, now }, { ...input, actor: commandActor });
    return { lines: [`${input.person} is now ${input.role}.`], data: { ...input, state: 'granted' } };
  },
});

const withdraw = defineCommand({
  name: 'grant withdraw',
  about: 'Takes a role away from a person.',
  options,
  schema,
  run: async ({ store, now }, input) => {
    await getSchool(store, input.school);
    await withdrawGrant({ store, now }, { ...input, actor: commandActor });
    return { lines: [`${input.person} is ${input.role} no more.`], data: { ...input, state: 'withdrawn' } };
  },
});

const list = defineCommand({
  name: 'grant list',
  about: 'Lists the roles that were asked for or given.',
  options: { school: schoolOption },
  schema: z.strictObject({ school: Id }),
  run: async ({ store }, { school }) => {
    await getSchool(store, school);
    const data = (await grantsOfSchool(store, school)).map(({ person, role, state, at }) => ({
      person,
      role,
      state,
      at,
    }));
    const lines = data.map(({ person, role, state, at }) => `${person}  ${role.padEnd(20)}  ${state}  ${at}`);
    return { lines: lines.length > 0 ? lines : ['No grants yet.'], data };
  },
});

export const grantCommands: readonly Command[] = [add, list, withdraw];
