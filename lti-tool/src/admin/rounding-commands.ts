import { z } from 'zod';
import { roundingRegimes } from '@buitenboord/shared/domain/grade/rounding.js';
import { chooseRounding, schoolRounding } from '@buitenboord/shared/use-cases/grade/choose-rounding.js';
import { commandActor, defineCommand, type Command } from './command.js';
import { Id, schoolOption } from './inputs.js';

const rounding = defineCommand({
  name: 'school rounding',
  about: 'Says or chooses how a school rounds inside the school exam. There is no default.',
  more: 'Once grades were settled this school year, another choice holds from the next school year on.',
  options: {
    school: schoolOption,
    choose: {
      value: roundingRegimes.join('|'),
      about: 'from the mean to a whole grade at once, or to one decimal first',
    },
  },
  schema: z.strictObject({ school: Id, choose: z.enum(roundingRegimes).optional() }),
  run: async ({ store, now }, { school, choose }) => {
    if (choose) await chooseRounding({ store, now }, { school, actor: commandActor, regime: choose });
    const { regime, choices } = await schoolRounding({ store, now }, school);
    const lines = choices.map((choice) => `${choice.regime}, from ${choice.from} on (chosen ${choice.chosenAt})`);
    return {
      lines: lines.length > 0 ? lines : ['Nothing chosen yet: no grade that counts can be settled.'],
      data: { regime: regime ?? null, choices },
    };
  },
});

export const roundingCommands: readonly Command[] = [rounding];
