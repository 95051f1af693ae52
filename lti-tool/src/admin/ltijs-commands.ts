import { z } from 'zod';
import { readLtijs, type LtijsPlatform } from '@buitenboord/connectors/ltijs/read-ltijs.js';
import { getSchool } from '@buitenboord/shared/use-cases/school/add-school.js';
import { addPlatform } from '@buitenboord/shared/use-cases/school/keep-platforms.js';
import { importKey } from '../lti/import-key.js';
import { commandActor, defineCommand, type Command, type Context } from './command.js';
import { Id, schoolOption } from './inputs.js';

type Imported =
  | { kind: 'imported'; issuer: string; clientId: string; platform: string; outcome: string; key: string | null }
  | { kind: 'left'; issuer: string; clientId: string; why: string };

const importAll = defineCommand({
  name: 'ltijs import',
  about: 'Carries the platforms and keys of a tool on ltijs 5 over to a school. Changes nothing at ltijs.',
  more: 'ltijs keeps no deployments: the first launch of each is refused, and the administrator lets it in on the page School.',
  options: {
    school: schoolOption,
    url: { value: 'URL', about: 'mongodb://… of the database of ltijs' },
    secret: { value: 'TEXT', about: 'the encryption key that ltijs was set up with' },
    issuer: { value: 'URL', about: 'only this LMS, where the database serves several schools' },
  },
  schema: z.strictObject({
    school: Id,
    url: z.string().regex(/^mongodb(\+srv)?:\/\//u),
    secret: z.string().min(1).max(1000),
    issuer: z.string().max(2048).optional(),
  }),
  run: async (context, { school, url, secret, issuer }) => {
    await getSchool(context.store, school);
    const found = await readLtijs(url, secret);
    const data: Imported[] = [];
    for (const platform of found.filter((each) => issuer === undefined || each.issuer === issuer))
      data.push(await importOne(context, school, platform));
    return { lines: data.length > 0 ? data.map(lineFor) : ['No platforms there.'], data };
  },
});

async function importOne(context: Context, school: string, platform: LtijsPlatform): Promise<Imported> {
  const { issuer, clientId, authUrl, tokenUrl, jwksUrl, isActive, key } = platform;
  if (!isActive) return { kind: 'left', issuer, clientId, why: 'it is switched off there' };
  if (jwksUrl === undefined)
    return { kind: 'left', issuer, clientId, why: 'it has a key instead of the address of keys: use platform add' };
  const product = /\/mod\/lti\//u.test(authUrl) ? 'moodle' : 'other';
  const addresses = { issuer, clientId, authUrl, tokenUrl, jwksUrl, product };
  const { id, outcome } = await addPlatform(context, { school, actor: commandActor, ...addresses });
  const isNew = key ? await importKey(context, { school, ...key, actor: commandActor }) : false;
  return { kind: 'imported', issuer, clientId, platform: id, outcome, key: isNew && key ? key.kid : null };
}

function lineFor(each: Imported): string {
  const who = `${each.issuer}  ${each.clientId}`;
  if (each.kind === 'left') return `${who}  left out: ${each.why}`;
  return `${who}  ${each.outcome}${each.key === null ? '' : `, with key ${each.key}`}; its first launch waits for the administrator`;
}

export const ltijsCommands: readonly Command[] = [importAll];
