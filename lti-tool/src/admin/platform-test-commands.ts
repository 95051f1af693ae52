import { z } from 'zod';
import { createPlatformCheck } from '@buitenboord/connectors/lti-services/platform-check.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { refusedLaunchesOf } from '@buitenboord/shared/use-cases/launch/refused-launches.js';
import { getSchool } from '@buitenboord/shared/use-cases/school/add-school.js';
import { remedyOf, stepName } from '../admin-page/words-of-refusal.js';
import { testPlatform, type TestResult } from '../lti/test-platform.js';
import { createToolKeys } from '../lti/tool-keys.js';
import { outboundOf } from '../outbound.js';
import { serviceAccess } from '../service-access.js';
import { defineCommand, type Command } from './command.js';
import { Id, platformOption, schoolOption } from './inputs.js';

const text = textIn('en');

const test = defineCommand({
  name: 'platform test',
  about: 'Tries the keys, the clock, access and a list of participants of a platform. Changes nothing.',
  options: { school: schoolOption, platform: platformOption },
  schema: z.strictObject({ school: Id, platform: Id }),
  run: async ({ store, vault, now, env }, { school, platform }) => {
    const outbound = outboundOf(env);
    try {
      const access = serviceAccess({ store, outbound, toolKeys: createToolKeys({ store, vault, now }), now });
      const platformCheck = createPlatformCheck(access);
      const results = await testPlatform({ store, outbound, platformCheck, now }, school, platform);
      return { lines: results.map(lineFor), data: results, failed: results.some(({ kind }) => kind === 'failed') };
    } finally {
      await outbound.close();
    }
  },
});

const refusals = defineCommand({
  name: 'platform refusals',
  about: 'Lists the last launches that were refused: how far they came, why, and what to do.',
  options: { school: schoolOption },
  schema: z.strictObject({ school: Id }),
  run: async ({ store }, { school }) => {
    await getSchool(store, school);
    const found = await refusedLaunchesOf(store, school, 50);
    const data = found.map(({ at, platformId, step, code, reference, facts }) => {
      return { at, platform: platformId, step, code, reference, facts };
    });
    const lines = data.flatMap(({ at, platform, step, code, reference, facts }) => [
      `${at}  ${platform}  ${step}  ${code}  reference ${reference}  ${JSON.stringify(facts)}`,
      `  Got stuck at ${stepName(text, step)}. ${remedyOf(text, code)}`,
    ]);
    return { lines: lines.length > 0 ? lines : ['Nothing was refused.'], data };
  },
});

export const platformTestCommands: readonly Command[] = [test, refusals];

function lineFor(result: TestResult): string {
  const name = text(`platforms.test.${result.step}`);
  switch (result.kind) {
    case 'good':
      return `ok       ${name}: ${text(`platforms.test.${result.step}.good`, { count: result.count })}`;
    case 'skipped':
      return `skipped  ${name}: ${text(`platforms.test.skipped.${result.because}`)}`;
    case 'failed':
      return `FAILED   ${name} (${result.code}): ${remedyOf(text, result.code)}`;
  }
}
