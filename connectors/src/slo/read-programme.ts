import type { z } from 'zod';
import type {
  NamedText,
  ProgrammeRowProblem,
  ReadProgramme,
} from '@buitenboord/shared/domain/programme/programme-file.js';
import { createGathering, type Gathering } from './gather.js';
import { parseJson, readRows } from './read-rows.js';
import { readSloFolder } from './read-slo-folder.js';
import { toProgramme } from './to-programme.js';
import { collectedLists, Meta, type CollectedListName } from './wire-collected.js';
import { sloFiles } from './wire.js';

/**
 * Reads the national programme: SLO's own folder of files, or lists collected from it. Anything wrong refuses everything, with each row and its
 * reason. A folder may hold other JSON too, which is skipped; a single file may not.
 */
export function readProgramme(files: readonly NamedText[]): ReadProgramme {
  const own = files.filter(({ name }) => name in sloFiles);
  if (own.length > 0) return readSloFolder(own);
  const gathering = createGathering();
  const problems: ProgrammeRowProblem[] = [];
  const skipped: string[] = [];
  const lists = new Set<CollectedListName>();
  const days = new Set<string>();
  for (const file of files) {
    const read = parseJson(file);
    if ('problem' in read) {
      problems.push(read.problem);
      continue;
    }
    const list = listIn(read.json);
    if (!list) {
      skipped.push(file.name);
      continue;
    }
    lists.add(list);
    const day = publicationDay(read.json);
    if (day) days.add(day);
    problems.push(...readList(gathering, file.name, list, read.json as Readonly<Record<string, unknown>>));
  }
  // Together these hold every subtask, so a target without one is a mistake; alone, a list of targets can't say.
  if (lists.has('electives') && lists.has('profiles')) gathering.insistOnParents();
  if (lists.size === 0)
    problems.push(...skipped.map((file) => ({ file, row: 0, complaint: 'unknown-file' as const, found: '' })));
  const all = [...problems, ...gathering.problems];
  if (all.length > 0) return { kind: 'refused', problems: all };
  const [publishedOn] = days.size === 1 ? days : [];
  return { kind: 'read', content: gathering.content(), places: gathering.places(), publishedOn, skipped };
}

function listIn(json: unknown): CollectedListName | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  return (Object.keys(collectedLists) as CollectedListName[]).find((name) => name in json);
}

function readList(
  gathering: Gathering,
  file: string,
  name: CollectedListName,
  json: Readonly<Record<string, unknown>>,
): ProgrammeRowProblem[] {
  const { rows, problems } = readRows(file, collectedLists[name] as z.ZodType, json[name]);
  for (const { row, value } of rows) toProgramme[name](gathering, value as never, { file, row });
  return problems;
}

/** The day of SLO's commit that a collection was made of. */
function publicationDay(json: unknown): string | undefined {
  const meta = Meta.safeParse((json as { meta?: unknown }).meta);
  return meta.success ? meta.data.sources?.find(({ id }) => id.startsWith('SLO'))?.commit_date : undefined;
}
