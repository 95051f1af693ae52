import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { readProgramme } from '@buitenboord/connectors/slo/read-programme.js';
import type { NamedText, ProgrammeRowProblem, RowPlace } from '@buitenboord/shared/domain/programme/programme-file.js';
import { EditionName } from '@buitenboord/shared/domain/programme/programme-records.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { listEditions } from '@buitenboord/shared/use-cases/programme/find-edition.js';
import {
  importProgramme,
  type ImportedCounts,
  type ProgrammeImport,
} from '@buitenboord/shared/use-cases/programme/import-programme.js';
import { defineCommand, UsageError, type Answer, type Command } from './command.js';

const importFiles = defineCommand({
  name: 'programme import',
  about:
    'Reads the national programme (tasks, subtasks, attainment targets) from JSON of SLO. The same again changes nothing.',
  more: 'FROM is one file, or a folder: SLO’s own repository, or electives.json, profiles.json, eindtermen.json and core-eindtermen.json.',
  options: {
    from: { value: 'FROM', about: 'a file or a folder' },
    edition: { value: 'YYYY-MM-DD', about: 'day on which SLO published it; needed when the files don’t say it' },
  },
  schema: z.strictObject({ from: z.string().min(1), edition: EditionName.optional() }),
  run: async ({ store, now, folder }, { from, edition: said }) => {
    const read = readProgramme(await filesAt(resolve(folder, from)));
    if (read.kind === 'refused') return refusal(read.problems);
    const edition = said ?? read.publishedOn;
    if (edition === undefined)
      throw new UsageError('--edition is missing: the files don’t say when SLO published them');
    const outcome = await importProgramme({ store, now }, { edition, content: read.content });
    if (outcome.kind === 'refused') {
      return refusal(outcome.differing.map((id) => asProblem(id, read.places)));
    }
    const skipped = read.skipped.map((name) => `Skipped: ${name}`);
    return { lines: [lineFor(edition, outcome), ...skipped], data: { edition, ...outcome, skipped: read.skipped } };
  },
});

const list = defineCommand({
  name: 'programme list',
  about: 'Lists the editions of the national programme that were imported.',
  options: {},
  schema: z.strictObject({}),
  run: async ({ store }) => {
    const data = (await listEditions(store)).map(({ id, importedAt, units, subtasks, targets }) => ({
      edition: id,
      importedAt,
      ...{ units, subtasks, targets },
    }));
    const lines = data.map(({ edition, importedAt, ...counts }) => `${edition}  ${counted(counts)}, ${importedAt}`);
    return { lines: lines.length > 0 ? lines : ['No edition yet.'], data };
  },
});

export const programmeCommands: readonly Command[] = [importFiles, list];

/** The JSON at a path: of a folder all of it, and of SLO's repository its `data` folder. */
async function filesAt(path: string): Promise<NamedText[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [await fileAt(path)];
    const names = await readdir(path);
    const jsonIn = async (folder: string, all: readonly string[]) =>
      Promise.all(all.filter((name) => name.endsWith('.json')).map((name) => fileAt(join(folder, name))));
    if (!names.includes('data')) return await jsonIn(path, names.sort());
    const data = join(path, 'data');
    return await jsonIn(data, (await readdir(data)).sort());
  } catch (error) {
    throw new UsageError(`--from: ${path} can't be read (${String((error as NodeJS.ErrnoException).code)})`);
  }
}

async function fileAt(path: string): Promise<NamedText> {
  return { name: basename(path), text: await readFile(path, 'utf8') };
}

function asProblem(found: string, places: ReadonlyMap<string, RowPlace>): ProgrammeRowProblem {
  return { ...(places.get(found) ?? { file: found, row: 0 }), complaint: 'other-content', found };
}

const mostShown = 50;

function refusal(problems: readonly ProgrammeRowProblem[]): Answer {
  const text = textIn('en');
  const lines = problems.slice(0, mostShown).map(({ file, row, complaint, found }) => {
    const where = row > 0 ? `${file}, row ${row}` : file;
    return `${where}: ${text(`programme.complaint.${complaint}`)}${found ? ` (${found})` : ''}`;
  });
  const more = problems.length - lines.length;
  return {
    lines: [...lines, ...(more > 0 ? [`… and ${more} more.`] : []), 'Nothing was stored.'],
    data: { problems },
    failed: true,
  };
}

function lineFor(edition: string, outcome: Exclude<ProgrammeImport, { kind: 'refused' }>): string {
  if (outcome.kind === 'unchanged') return `Edition ${edition}: nothing new. It has ${counted(outcome.whole)}.`;
  return `Edition ${edition}: added ${counted(outcome.added)}. It now has ${counted(outcome.whole)}.`;
}

function counted({ units, subtasks, targets }: ImportedCounts): string {
  return `${units} subjects and core parts, ${subtasks} subtasks, ${targets} attainment targets`;
}
