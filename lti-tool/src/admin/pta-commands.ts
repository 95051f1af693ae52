import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { readTable } from '@buitenboord/connectors/files/read-table.js';
import { amendmentReasons } from '@buitenboord/shared/domain/pta/pta.js';
import { guessMapping, unknownHeadings } from '@buitenboord/shared/domain/pta/guess-mapping.js';
import { ptaColumns, type PtaFile, type RowProblem } from '@buitenboord/shared/domain/pta/pta-file.js';
import { readPtaTable } from '@buitenboord/shared/domain/pta/read-pta-table.js';
import { ptas } from '@buitenboord/shared/store/collections.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { importPtas, type Imported } from '@buitenboord/shared/use-cases/pta/import-ptas.js';
import { getSchool } from '@buitenboord/shared/use-cases/school/add-school.js';
import { commandActor, defineCommand, UsageError, type Answer, type Command } from './command.js';
import { Id, schoolOption, Switch } from './inputs.js';
import { ptaStepCommands } from './pta-step-commands.js';

const importFile = defineCommand({
  name: 'pta import',
  about: 'Reads programmes of testing (PTA) from a CSV or XLSX file. The same file again changes nothing.',
  more: `Columns, one component a row: ${ptaColumns.join(';')}. Scale: cijfer, ovg or voldaan.`,
  options: {
    school: schoolOption,
    from: { value: 'FILE', about: 'a workbook, or a text with ; or , between the columns' },
    adopt: { about: 'adopts what was read; without it drafts are made' },
    reason: { value: amendmentReasons.join('|'), about: 'why an adopted PTA changes, needed from 1 October on' },
    'advised-on': { value: 'YYYY-MM-DD', about: 'day of the examination committee’s advice, needed from 1 October on' },
  },
  schema: z.strictObject({
    school: Id,
    from: z.string().min(1),
    adopt: Switch,
    reason: z.enum(amendmentReasons).optional(),
    'advised-on': z.iso.date().optional(),
  }),
  run: async ({ store, now, folder }, { school, from, adopt, reason, 'advised-on': advisedOn }) => {
    await getSchool(store, school);
    if ((reason === undefined) !== (advisedOn === undefined))
      throw new UsageError('--reason and --advised-on go together');
    const file = await readFileOfPtas(await readOrRefuse(resolve(folder, from)));
    if (file.kind === 'refused') return refusal(file.problems);
    const amendment = reason && advisedOn ? { amendment: { reason, advisedOn } } : {};
    const imported = await importPtas(
      { store, now },
      { school, actor: commandActor, outlines: file.outlines, adopt, ...amendment },
    );
    return { lines: imported.map(lineFor), data: imported.map(dataFor) };
  },
});

const list = defineCommand({
  name: 'pta list',
  about: 'Lists the programmes of testing (PTA) of a school.',
  options: { school: schoolOption },
  schema: z.strictObject({ school: Id }),
  run: async ({ store }, { school }) => {
    await getSchool(store, school);
    const data = [];
    for await (const { id, cohort, leerweg, schoolYear, subject, number, state, components } of store.each(ptas, {
      where: { school },
    })) {
      data.push({
        pta: id,
        cohort,
        leerweg,
        schoolYear,
        subject,
        number,
        state,
        components: components.map(({ code }) => code),
      });
    }
    const lines = data.map(
      (pta) =>
        `${pta.state.padEnd(10)}  ${pta.schoolYear}  ${pta.cohort} ${pta.leerweg}  ${pta.subject.code} ${pta.subject.title}, version ${pta.number}: ${pta.components.join(', ')}`,
    );
    return { lines: lines.length > 0 ? lines : ['No PTA yet.'], data };
  },
});

export const ptaCommands: readonly Command[] = [importFile, list, ...ptaStepCommands];

/** Nobody is there to say what an unknown heading means: it is refused. */
async function readFileOfPtas(bytes: Buffer): Promise<PtaFile> {
  const table = await readTable(bytes);
  if ('complaint' in table) return { kind: 'refused', problems: [table] };
  const mapping = guessMapping(table);
  const unknown = unknownHeadings(table, mapping);
  const file = readPtaTable(table, mapping);
  if (unknown.length === 0) return file;
  const isAboutColumns = file.kind === 'refused' && file.problems.every(({ row }) => row <= mapping.headingRow);
  return { kind: 'refused', problems: [...unknown, ...(isAboutColumns ? file.problems : [])] };
}

async function readOrRefuse(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(`--from: ${path} can't be read (${String((error as NodeJS.ErrnoException).code)})`);
  }
}

function refusal(problems: readonly RowProblem[]): Answer {
  const text = textIn('en');
  const lines = problems.map(({ row, column, complaint, found }) => {
    const where = column ? `row ${row}, ${column}` : `row ${row}`;
    return `${where}: ${text(`pta.complaint.${complaint}`)}${found ? ` ("${found}")` : ''}`;
  });
  return { lines: [...lines, 'Nothing was stored.'], data: { problems }, failed: true };
}

function lineFor({ outline, outcome, adopted, number }: Imported): string {
  const { cohort, leerweg, schoolYear, subject, components } = outline;
  return `${subject.code} ${subject.title}, ${cohort} ${leerweg}, ${schoolYear}: version ${number} ${adopted ? 'adopted' : outcome} (${components.length} components)`;
}

function dataFor({ outline, outcome, adopted, number, id, line }: Imported): unknown {
  const { components, ...about } = outline;
  return { pta: id, line, number, outcome, adopted, ...about, components: components.map(({ code }) => code) };
}
