import { z } from 'zod';
import { getSchool } from '@buitenboord/shared/use-cases/school/add-school.js';
import { addPlatform, confirmPlatform, platformsOf } from '@buitenboord/shared/use-cases/school/keep-platforms.js';
import { lastLaunchThrough } from '@buitenboord/shared/use-cases/school/platform-courses.js';
import { platformHealth } from '@buitenboord/shared/use-cases/school/platform-health.js';
import { replacePlatform } from '@buitenboord/shared/use-cases/school/replace-platform.js';
import { completePlatform, type AddressName } from '../lti/complete-platform.js';
import { platformPresets, type PlatformAddresses } from '../lti/platform-presets.js';
import { valuesForLms } from '../lti/values-for-lms.js';
import { outboundOf } from '../outbound.js';
import { commandActor, defineCommand, UsageError, type Command, type Context } from './command.js';
import { Id, platformOption, schoolOption } from './inputs.js';

const Address = z.url({ protocol: /^https?$/u }).max(2048);
const ShortId = z.string().trim().min(1).max(255);

const list = defineCommand({
  name: 'platform list',
  about: 'Lists the platforms of a school: let in or not, last used, grades on their way and stuck.',
  options: { school: schoolOption },
  schema: z.strictObject({ school: Id }),
  run: async ({ store }, { school }) => {
    await getSchool(store, school);
    const [found, health] = [await platformsOf(store, school), await platformHealth(store, school)];
    const data = await Promise.all(
      found.map(async ({ id, issuer, clientId, deployments, product, state }) => ({
        platform: id,
        issuer,
        clientId,
        deployments,
        product,
        state,
        lastLaunch: (await lastLaunchThrough(store, school, id)) ?? null,
        ...(health.get(id) ?? { courses: 0, waiting: 0, stuck: 0 }),
      })),
    );
    const lines = data.map(
      (entry) =>
        `${entry.platform}  ${entry.state.padEnd(8)}  ${entry.issuer}  ${entry.clientId}  [${entry.deployments.join(', ')}]  last launch ${entry.lastLaunch ?? 'never'}, ${entry.courses} courses, ${entry.waiting} grades waiting, ${entry.stuck} stuck`,
    );
    return { lines: lines.length > 0 ? lines : ['No platforms yet.'], data };
  },
});

/** Which option gives an address. */
const optionOf: Readonly<Record<AddressName, string>> = {
  issuer: 'issuer',
  authUrl: 'auth-url',
  tokenUrl: 'token-url',
  jwksUrl: 'jwks-url',
};

const add = defineCommand({
  name: 'platform add',
  about: 'Adds an LMS by hand, and prints what to type into the LMS.',
  more: 'An address that is left out follows from the product, or is asked of the LMS itself (OpenID Connect Discovery).',
  options: {
    school: schoolOption,
    issuer: { value: 'URL', about: 'issuer or platform id, exactly as the LMS shows it' },
    'client-id': { value: 'X', about: 'client id that the LMS gave' },
    'deployment-id': { value: 'Y', about: 'deployment id that the LMS gave' },
    'auth-url': { value: 'URL', about: 'authentication request address of the LMS' },
    'token-url': { value: 'URL', about: 'access token address of the LMS' },
    'jwks-url': { value: 'URL', about: 'public keyset address of the LMS' },
    audience: { value: 'X', about: 'whom a request for access is for, where it isn’t the access token address' },
    product: {
      value: 'NAME',
      about: platformPresets.flatMap(({ name }) => (name ? [name.toLowerCase()] : [])).join(', '),
    },
  },
  schema: z.strictObject({
    school: Id,
    issuer: Address.optional(),
    'client-id': ShortId,
    'deployment-id': ShortId.optional(),
    'auth-url': Address.optional(),
    'token-url': Address.optional(),
    'jwks-url': Address.optional(),
    audience: z.string().trim().min(1).max(2048).optional(),
    product: z.string().trim().min(1).max(100).default('unknown'),
  }),
  run: async (context, input) => {
    const { store, now, env } = context;
    await getSchool(store, input.school);
    const { product, addresses } = await completed(context, {
      clientId: input['client-id'],
      product: input.product,
      ...given({
        issuer: input.issuer,
        authUrl: input['auth-url'],
        tokenUrl: input['token-url'],
        jwksUrl: input['jwks-url'],
        audience: input.audience,
      }),
    });
    const { id, outcome } = await addPlatform(
      { store, now },
      {
        school: input.school,
        actor: commandActor,
        clientId: input['client-id'],
        ...(input['deployment-id'] !== undefined && { deployment: input['deployment-id'] }),
        product,
        ...addresses,
      },
    );
    const values = valuesForLms(env.BASE_URL, input.school);
    const shown = Object.entries(values).map(([name, value]) => `  ${name.padEnd(15)}${String(value)}`);
    return {
      lines: [`Platform: ${id} (${outcome})`, 'Type this into the LMS:', ...shown],
      data: { platform: id, outcome, ...values },
    };
  },
});

const confirm = defineCommand({
  name: 'platform confirm',
  about: 'Lets in launches from a platform that was registered and waits, or that was switched off.',
  more: 'With --replaces it takes the place of an older registration of the same LMS: courses and work go on under the new client id.',
  options: {
    school: schoolOption,
    platform: platformOption,
    replaces: { value: 'ID', about: 'id of the platform whose place it takes' },
  },
  schema: z.strictObject({ school: Id, platform: Id, replaces: Id.optional() }),
  run: async ({ store, now }, { school, platform, replaces }) => {
    const asked = { school, id: platform, actor: commandActor };
    if (replaces === undefined) await confirmPlatform({ store, now }, asked);
    else await replacePlatform({ store, now }, { ...asked, replaces });
    const active = replaces ?? platform;
    return { lines: [`Platform ${active} is active.`], data: { platform: active, state: 'active' } };
  },
});

export const platformCommands: readonly Command[] = [list, add, confirm];

/** The addresses, filled in. Throws UsageError with every option that is missing or can't be used. */
async function completed(
  { env }: Context,
  typed: Parameters<typeof completePlatform>[1],
): Promise<{ product: string; addresses: PlatformAddresses }> {
  const outbound = outboundOf(env);
  try {
    const found = await completePlatform({ outbound, allowPrivate: env.ALLOW_PRIVATE_PLATFORMS }, typed);
    if (found.kind === 'complete') return { product: typed.product, addresses: found.addresses };
    const options = found.fields.map((field) => `--${optionOf[field]}`).join(', ');
    throw new UsageError(
      found.kind === 'missing'
        ? `${options}: missing, and couldn’t be looked up`
        : `${options}: only public https addresses; ALLOW_PRIVATE_PLATFORMS allows an LMS inside your own network`,
    );
  } finally {
    await outbound.close();
  }
}

function given<T extends Record<string, string | undefined>>(values: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };
}
