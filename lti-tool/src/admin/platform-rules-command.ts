import { z } from 'zod';
import { signingAlgorithms } from '@buitenboord/shared/domain/school/school.js';
import { changePlatformRules } from '@buitenboord/shared/use-cases/school/platform-rules.js';
import { commandActor, defineCommand, type Command } from './command.js';
import { Id, platformOption, schoolOption } from './inputs.js';

const set = defineCommand({
  name: 'platform set',
  about: 'Changes what we take from a platform: another deployment, how it signs, people it doesn’t name.',
  more: 'Without any of these it shows what is set.',
  options: {
    school: schoolOption,
    platform: platformOption,
    'add-deployment': { value: 'ID', about: 'deployment id that belongs to this school too' },
    algorithm: { value: 'NAME', about: `what the LMS signs with: ${signingAlgorithms.join(', ')}; RS256 by default` },
    anonymous: { value: 'on|off', about: 'let launches in that don’t say who it is, to look only; off by default' },
  },
  schema: z.strictObject({
    school: Id,
    platform: Id,
    'add-deployment': z.string().trim().min(1).max(255).optional(),
    algorithm: z.enum(signingAlgorithms).optional(),
    anonymous: z.enum(['on', 'off']).optional(),
  }),
  run: async ({ store, now }, { school, platform, algorithm, anonymous, 'add-deployment': deployment }) => {
    const rules = await changePlatformRules(
      { store, now },
      {
        school,
        id: platform,
        actor: commandActor,
        ...(deployment !== undefined && { deployment }),
        ...(algorithm && { signingAlgorithm: algorithm }),
        ...(anonymous && { anonymousLaunches: anonymous === 'on' }),
      },
    );
    const { deployments, signingAlgorithm = 'RS256', anonymousLaunches = false } = rules;
    return {
      lines: [
        `Platform ${platform}: deployments [${deployments.join(', ')}], ${signingAlgorithm}, anonymous launches ${anonymousLaunches ? 'on' : 'off'}.`,
      ],
      data: { platform, deployments, signingAlgorithm, anonymousLaunches },
    };
  },
});

export const platformRulesCommands: readonly Command[] = [set];
