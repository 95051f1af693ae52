import { z } from 'zod';
import { stateOfKey } from '@buitenboord/shared/domain/school/key-life.js';
import { schools } from '@buitenboord/shared/store/collections.js';
import { getSchool } from '@buitenboord/shared/use-cases/school/add-school.js';
import { rotateKeys, type Rotated } from '../lti/rotate-keys.js';
import { kidOf, storedKeys } from '../lti/stored-keys.js';
import { commandActor, defineCommand, type Command, type Context } from './command.js';
import { Id, schoolOption, Switch } from './inputs.js';

const hourMs = 60 * 60_000;
const optionalSchool = { ...schoolOption, about: `${schoolOption.about}; all schools without it` };

const list = defineCommand({
  name: 'keys list',
  about: 'Lists the keys that messages to an LMS are signed with: id, age in days, and where each is in its life.',
  options: { school: optionalSchool },
  schema: z.strictObject({ school: Id.optional() }),
  run: async (context, { school }) => {
    const nowMs = context.now().getTime();
    const data = [];
    for (const id of await schoolsAsked(context, school)) {
      const keys = await storedKeys(context.store, id);
      for (const key of keys) {
        const days = Math.floor((nowMs - Date.parse(key.createdAt)) / (24 * hourMs));
        const { signsFrom = key.createdAt, publishedUntil = null } = key;
        data.push({
          school: id,
          kid: kidOf(key),
          days,
          state: stateOfKey(key, keys, nowMs),
          signsFrom,
          publishedUntil,
        });
      }
    }
    const lines = data.map(
      (key) =>
        `${key.school}  ${key.kid}  ${key.state.padEnd(7)}  ${key.days} days old, signs from ${key.signsFrom}${key.publishedUntil ? `, published until ${key.publishedUntil}` : ''}`,
    );
    return { lines: lines.length > 0 ? lines : ['No keys yet: a school gets its first when it is asked for.'], data };
  },
});

const rotate = defineCommand({
  name: 'keys rotate',
  about:
    'Gives a school a new key: published at once, signing after KEY_OVERLAP_HOURS, the old one published as long after.',
  more: 'A running server notices by itself. With --leaked the new key signs at once and the old one is gone: an LMS that keeps keys refuses us until it fetches them again.',
  options: {
    school: optionalSchool,
    leaked: { about: 'the private key got into wrong hands: no overlap' },
  },
  schema: z.strictObject({ school: Id.optional(), leaked: Switch }),
  run: async (context, { school, leaked }) => {
    const { store, vault, now, env } = context;
    const overlapMs = env.KEY_OVERLAP_HOURS * hourMs;
    const data = [];
    for (const id of await schoolsAsked(context, school))
      data.push({
        school: id,
        ...(await rotateKeys({ store, vault, now }, { school: id, actor: commandActor, overlapMs, leaked })),
      });
    return { lines: data.length > 0 ? data.map(lineFor) : ['No schools yet.'], data };
  },
});

export const keyCommands: readonly Command[] = [list, rotate];

async function schoolsAsked({ store }: Context, school: string | undefined): Promise<readonly string[]> {
  if (school !== undefined) return [(await getSchool(store, school)).id];
  const ids = [];
  for await (const { id } of store.each(schools, { where: {} })) ids.push(id);
  return ids;
}

function lineFor(rotated: Rotated & { school: string }): string {
  switch (rotated.kind) {
    case 'none':
      return `${rotated.school}  has no key yet; it gets its first when it is asked for.`;
    case 'under-way':
      return `${rotated.school}  ${rotated.kid} was made before and signs from ${rotated.signsFrom}.`;
    case 'rotated':
      return `${rotated.school}  ${rotated.kid} is published, and signs from ${rotated.signsFrom}.`;
  }
}
