import { z } from 'zod';
import { isProblem } from '@buitenboord/shared/problem.js';
import { checkedUrl } from '@buitenboord/shared/runtime/address-guard.js';
import { getSchool } from '@buitenboord/shared/use-cases/school/add-school.js';
import {
  addPlatform,
  confirmPlatform,
  platformsOf,
  removePlatform,
} from '@buitenboord/shared/use-cases/school/keep-platforms.js';
import { valuesForLms } from '../lti/values-for-lms.js';
import { commandActor, defineCommand, UsageError, type Command } from './command.js';
import { Id, schoolOption } from './inputs.js';

const Address = z.url({ protocol: /^https?$/u }).max(2048);
const platformOption = { value: 'ID', about: 'id of the platform, from "platform list"' };

const list = defineCommand({
  name: 'platform list',
  about: 'Lists the platforms of a school.',
  options: { school: schoolOption },
  schema: z.strictObject({ school: Id }),
  run: async ({ store }, { school }) => {
    await getSchool(store, school);
    const found = await platformsOf(store, school);
    const data = found.map(({ id, issuer, clientId, deployments, product, state }) => ({
      platform: id,
      issuer,
      clientId,
      deployments,
      product,
      state,
    }));
    const lines = data.map(
      (entry) =>
        `${entry.platform}  ${entry.state.padEnd(7)}  ${entry.issuer}  ${entry.clientId}  [${entry.deployments.join(', ')}]`,
    );
    return { lines: lines.length > 0 ? lines : ['No platforms yet.'], data };
  },
});

const add = defineCommand({
  name: 'platform add',
  about: 'Adds an LMS by hand, and prints what to type into the LMS.',
  options: {
    school: schoolOption,
    issuer: { value: 'URL', about: 'issuer or platform id, exactly as the LMS shows it' },
    'client-id': { value: 'X', about: 'client id that the LMS gave' },
    'deployment-id': { value: 'Y', about: 'deployment id that the LMS gave' },
    'auth-url': { value: 'URL', about: 'authentication request address of the LMS' },
    'token-url': { value: 'URL', about: 'access token address of the LMS' },
    'jwks-url': { value: 'URL', about: 'public keyset address of the LMS' },
    product: { value: 'NAME', about: 'moodle, canvas, brightspace, blackboard; "unknown" by default' },
  },
  schema: z.strictObject({
    school: Id,
    issuer: Address,
    'client-id': z.string().trim().min(1).max(255),
    'deployment-id': z.string().trim().min(1).max(255),
    'auth-url': Address,
    'token-url': Address,
    'jwks-url': Address,
    product: z.string().trim().min(1).max(100).default('unknown'),
  }),
  run: async ({ store, now, env }, input) => {
    const addresses = {
      issuer: input.issuer,
      'auth-url': input['auth-url'],
      'token-url': input['token-url'],
      'jwks-url': input['jwks-url'],
    };
    insistOnPublic(addresses, env.ALLOW_PRIVATE_PLATFORMS);
    const platform = {
      school: input.school,
      actor: commandActor,
      issuer: input.issuer,
      clientId: input['client-id'],
      deployment: input['deployment-id'],
      authUrl: input['auth-url'],
      tokenUrl: input['token-url'],
      jwksUrl: input['jwks-url'],
      product: input.product,
    };
    const { id, outcome } = await addPlatform({ store, now }, platform);
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
  about: 'Lets in launches from a platform that was registered and waits.',
  options: { school: schoolOption, platform: platformOption },
  schema: z.strictObject({ school: Id, platform: Id }),
  run: async ({ store, now }, { school, platform }) => {
    await confirmPlatform({ store, now }, { school, id: platform, actor: commandActor });
    return { lines: [`Platform ${platform} is active.`], data: { platform, state: 'active' } };
  },
});

const remove = defineCommand({
  name: 'platform remove',
  about: 'Forgets a platform: nobody comes in through it any more. Courses, work and grades stay.',
  options: { school: schoolOption, platform: platformOption },
  schema: z.strictObject({ school: Id, platform: Id }),
  run: async ({ store, now }, { school, platform }) => {
    await removePlatform({ store, now }, { school, id: platform, actor: commandActor });
    return { lines: [`Platform ${platform} is removed.`], data: { platform, state: 'removed' } };
  },
});

export const platformCommands: readonly Command[] = [list, add, confirm, remove];

/** Names are resolved, and refused, each time we connect (runtime/address-guard.ts); what is certainly private is refused here already. */
function insistOnPublic(addresses: Readonly<Record<string, string>>, allowPrivate: boolean): void {
  const refused = Object.entries(addresses).filter(([, address]) => !isPublic(address));
  if (allowPrivate || refused.length === 0) return;
  const options = refused.map(([name]) => `--${name}`).join(', ');
  throw new UsageError(
    `${options}: only public https addresses; ALLOW_PRIVATE_PLATFORMS=1 allows others, for practice`,
  );
}

function isPublic(address: string): boolean {
  try {
    return !/(?:^|\.)(?:localhost|local|internal)\.?$/iu.test(checkedUrl(address, false).hostname);
  } catch (error) {
    if (!isProblem(error, 'platform/address-refused')) throw error;
    return false;
  }
}
