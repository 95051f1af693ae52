import { z } from 'zod';
import {
  addSchool,
  linkMinutes,
  makeRegistrationLink,
  type MadeLink,
} from '@buitenboord/shared/use-cases/school/add-school.js';
import { schools } from '@buitenboord/shared/store/collections.js';
import { registrationLinkUrl } from '../lti/tool-addresses.js';
import { commandActor, defineCommand, type Command, type Context } from './command.js';
import { Id, schoolOption, Switch } from './inputs.js';

const add = defineCommand({
  name: 'school add',
  about: 'Adds a school, and prints its id and a one-time registration link.',
  options: {
    name: { value: '"NAME"', about: 'name of the school' },
    locale: { value: 'nl|en', about: 'language of the school; nl by default' },
  },
  schema: z.strictObject({ name: z.string().trim().min(1).max(200), locale: z.enum(['nl', 'en']).default('nl') }),
  run: async ({ store, now, env }, { name, locale }) => {
    const { school, link } = await addSchool({ store, now }, { name, locale, actor: commandActor });
    const registrationLink = addressOf(env, link);
    return {
      lines: [`School: ${school}`, ...linkLines(registrationLink)],
      data: { school, name, locale, registrationLink, expiresAt: link.expiresAt },
    };
  },
});

const list = defineCommand({
  name: 'school list',
  about: 'Lists the schools.',
  options: {},
  schema: z.strictObject({}),
  run: async ({ store }) => {
    const found = [];
    for await (const { id, name, locale } of store.each(schools, { where: {} }))
      found.push({ school: id, name, locale });
    return {
      lines: found.length > 0 ? found.map(({ school, name }) => `${school}  ${name}`) : ['No schools yet.'],
      data: found,
    };
  },
});

const registrationLink = defineCommand({
  name: 'registration-link',
  about: 'Makes a one-time link for the LMS administrator, for dynamic registration.',
  options: {
    school: schoolOption,
    'auto-confirm': { about: 'the platform works at once, without a person’s yes; for practice' },
  },
  schema: z.strictObject({ school: Id, 'auto-confirm': Switch }),
  run: async ({ store, now, env }, input) => {
    const wanted = { school: input.school, autoConfirm: input['auto-confirm'], actor: commandActor };
    const link = await makeRegistrationLink({ store, now }, wanted);
    const address = addressOf(env, link);
    return {
      lines: linkLines(address),
      data: { school: input.school, registrationLink: address, expiresAt: link.expiresAt },
    };
  },
});

export const schoolCommands: readonly Command[] = [add, list, registrationLink];

function addressOf(env: Context['env'], { secret }: MadeLink): string {
  return registrationLinkUrl(env.BASE_URL, secret);
}

function linkLines(address: string): string[] {
  return [`Registration link, good once, for ${linkMinutes} minutes:`, address];
}
