import { z } from 'zod';
import { deactivatePlatform, removePlatform } from '@buitenboord/shared/use-cases/school/end-platform.js';
import { getPlatform } from '@buitenboord/shared/use-cases/school/keep-platforms.js';
import { consequencesOfEnding } from '@buitenboord/shared/use-cases/school/platform-courses.js';
import { commandActor, defineCommand, type Answer, type Command, type Context } from './command.js';
import { Id, platformOption, schoolOption, Switch } from './inputs.js';

const options = {
  school: schoolOption,
  platform: platformOption,
  yes: { about: 'does it; without it you see what hangs on the platform, and nothing changes' },
};
const schema = z.strictObject({ school: Id, platform: Id, yes: Switch });
type Asked = z.infer<typeof schema>;

const deactivate = defineCommand({
  name: 'platform deactivate',
  about: 'Switches a platform off: nobody comes in through it. "platform confirm" switches it on again.',
  options,
  schema,
  run: (context, asked) =>
    afterLooking(context, asked, async (ending) => {
      await deactivatePlatform(context, ending);
      return 'inactive';
    }),
});

const remove = defineCommand({
  name: 'platform remove',
  about: 'Forgets a platform: nobody comes in through it any more. Courses, work and grades stay.',
  options,
  schema,
  run: (context, asked) =>
    afterLooking(context, asked, async (ending) => {
      await removePlatform(context, ending);
      return 'removed';
    }),
});

export const platformEndingCommands: readonly Command[] = [deactivate, remove];

/** First what hangs on it; only a yes does it. */
async function afterLooking(
  context: Context,
  { school, platform, yes }: Asked,
  end: (ending: { school: string; id: string; actor: string }) => Promise<string>,
): Promise<Answer> {
  await getPlatform(context.store, school, platform);
  const { courses, students, openDeliveries } = await consequencesOfEnding(context.store, school, platform);
  const line = `${courses} courses, ${students} students and ${openDeliveries} grades that haven’t arrived hang on it. No work is deleted.`;
  const data = { platform, courses, students, openDeliveries };
  if (!yes)
    return {
      lines: [line, 'Nothing was changed. Add --yes to do it.'],
      data: { ...data, state: 'unchanged' },
      failed: true,
    };
  const state = await end({ school, id: platform, actor: commandActor });
  return { lines: [line, `Platform ${platform} is ${state}.`], data: { ...data, state } };
}
