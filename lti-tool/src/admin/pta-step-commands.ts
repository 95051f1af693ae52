import { z } from 'zod';
import { amendmentReasons, SchoolYear } from '@buitenboord/shared/domain/pta/pta.js';
import { adoptPta } from '@buitenboord/shared/use-cases/pta/adopt-pta.js';
import { copyablePtas, copyPtas } from '@buitenboord/shared/use-cases/pta/copy-ptas.js';
import { proposePta, takeBackPta } from '@buitenboord/shared/use-cases/pta/propose-pta.js';
import { getSchool } from '@buitenboord/shared/use-cases/school/add-school.js';
import { commandActor, defineCommand, UsageError, type Command } from './command.js';
import { Id, schoolOption } from './inputs.js';

const ptaOption = { value: 'PTA', about: 'id of the version, see "pta list"' };
// A line's id, a dot, and the number of the version.
const Version = z.string().regex(/^[\w-]{1,64}\.\d{1,5}$/u);

const propose = defineCommand({
  name: 'pta propose',
  about: 'Proposes a draft: lays it before who decides.',
  options: { school: schoolOption, pta: ptaOption },
  schema: z.strictObject({ school: Id, pta: Version }),
  run: async ({ store, now }, { school, pta }) => {
    await getSchool(store, school);
    await proposePta({ store, now }, { school, actor: commandActor, id: pta });
    return { lines: [`${pta} is proposed.`], data: { pta, state: 'proposed' } };
  },
});

const takeBack = defineCommand({
  name: 'pta take-back',
  about: 'Makes a proposed PTA a draft again.',
  options: { school: schoolOption, pta: ptaOption },
  schema: z.strictObject({ school: Id, pta: Version }),
  run: async ({ store, now }, { school, pta }) => {
    await getSchool(store, school);
    await takeBackPta({ store, now }, { school, actor: commandActor, id: pta });
    return { lines: [`${pta} is a draft.`], data: { pta, state: 'draft' } };
  },
});

const adopt = defineCommand({
  name: 'pta adopt',
  about: 'Adopts a PTA: from then on that version never changes.',
  options: {
    school: schoolOption,
    pta: ptaOption,
    reason: { value: amendmentReasons.join('|'), about: 'why an adopted PTA changes, needed from 1 October on' },
    'advised-on': { value: 'YYYY-MM-DD', about: 'day of the examination committee’s advice, needed from 1 October on' },
  },
  schema: z.strictObject({
    school: Id,
    pta: Version,
    reason: z.enum(amendmentReasons).optional(),
    'advised-on': z.iso.date().optional(),
  }),
  run: async ({ store, now }, { school, pta, reason, 'advised-on': advisedOn }) => {
    await getSchool(store, school);
    if ((reason === undefined) !== (advisedOn === undefined))
      throw new UsageError('--reason and --advised-on go together');
    const amendment = reason && advisedOn ? { amendment: { reason, advisedOn } } : {};
    await adoptPta({ store, now }, { school, actor: commandActor, id: pta, ...amendment });
    return { lines: [`${pta} is adopted.`], data: { pta, state: 'adopted' } };
  },
});

const copy = defineCommand({
  name: 'pta copy',
  about: 'Copies everything adopted for a school year to the year after, as drafts. Again changes nothing.',
  options: { school: schoolOption, year: { value: '2026-2027', about: 'the school year to copy' } },
  schema: z.strictObject({ school: Id, year: SchoolYear }),
  run: async ({ store, now }, { school, year }) => {
    await getSchool(store, school);
    const lines = (await copyablePtas(store, school, year)).map(({ pta }) => pta.line);
    const made = await copyPtas({ store, now }, { school, actor: commandActor, lines });
    return { lines: [`${made.length} drafts made, of ${lines.length} adopted in ${year}.`], data: { made } };
  },
});

export const ptaStepCommands: readonly Command[] = [propose, takeBack, adopt, copy];
