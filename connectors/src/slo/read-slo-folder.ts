import type { z } from 'zod';
import type {
  NamedText,
  ProgrammeRowProblem,
  ReadProgramme,
} from '@buitenboord/shared/domain/programme/programme-file.js';
import { nationalProfiles } from '@buitenboord/shared/domain/programme/national-profiles.js';
import { findNationalElective } from '@buitenboord/shared/domain/programme/national-electives.js';
import type { Profile } from '@buitenboord/shared/domain/programme/elective.js';
import type { Leerweg } from '@buitenboord/shared/domain/pta/pta.js';
import { createGathering, type Gathering } from './gather.js';
import { parseJson, readRows } from './read-rows.js';
import { levelIds, sloFiles, type SloFileName } from './wire.js';

type Entity<N extends SloFileName> = z.infer<(typeof sloFiles)[N]>;
type Found<N extends SloFileName> = ReadonlyMap<string, { row: number; value: Entity<N> }>;
type Folder = { readonly [N in SloFileName]: Found<N> };
type Complain = (file: SloFileName, row: number, found: string) => void;

/** Reads SLO's repository as it is: entities that name each other. The day of the edition is not in it. */
export function readSloFolder(files: readonly NamedText[]): ReadProgramme {
  const problems: ProgrammeRowProblem[] = [];
  const folder = Object.fromEntries(
    (Object.keys(sloFiles) as SloFileName[]).map((name) => [name, readEntities(files, name, problems)]),
  ) as unknown as Folder;
  const gathering = createGathering();
  const complain: Complain = (file, row, found) => problems.push({ file, row, complaint: 'belongs-nowhere', found });
  const levels = levelsOf(folder, complain);
  addCore(gathering, folder, levels, complain);
  addUnits(gathering, folder, levels, complain);
  const all = [...problems, ...gathering.problems];
  if (all.length > 0) return { kind: 'refused', problems: all };
  return {
    kind: 'read',
    content: gathering.content(),
    places: gathering.places(),
    publishedOn: undefined,
    skipped: [],
  };
}

function readEntities<N extends SloFileName>(
  files: readonly NamedText[],
  name: N,
  problems: ProgrammeRowProblem[],
): Found<N> {
  const file = files.find((candidate) => candidate.name === name);
  if (!file) {
    problems.push({ file: name, row: 0, complaint: 'unknown-file', found: '' });
    return new Map();
  }
  const parsed = parseJson(file);
  if ('problem' in parsed) {
    problems.push(parsed.problem);
    return new Map();
  }
  const read = readRows(name, sloFiles[name] as unknown as z.ZodType<Entity<N>>, parsed.json);
  problems.push(...read.problems);
  const found = new Map<string, { row: number; value: Entity<N> }>();
  for (const entry of read.rows) {
    if (found.has(entry.value.id))
      problems.push({ file: name, row: entry.row, complaint: 'duplicate', found: entry.value.id });
    else found.set(entry.value.id, entry);
  }
  return found;
}

/** The leerwegen of each target. A level that SLO never used before can't be understood. */
function levelsOf(folder: Folder, complain: Complain): ReadonlyMap<string, Leerweg[]> {
  const file = 'globale_eindterm.json';
  return new Map(
    [...folder[file]].map(([id, { row, value }]) => {
      const levels = value.niveau_id.map((level) => levelIds[level]);
      if (levels.includes(undefined)) complain(file, row, id);
      return [id, (['bb', 'kb', 'gl'] as const).filter((leerweg) => levels.includes(leerweg))];
    }),
  );
}

function addTargets(
  gathering: Gathering,
  folder: Folder,
  levels: ReadonlyMap<string, Leerweg[]>,
  { parent, ids, missing }: { parent: string; ids: readonly string[]; missing: (id: string) => void },
): Leerweg[] {
  const all = new Set<Leerweg>();
  ids.forEach((id, position) => {
    const target = folder['globale_eindterm.json'].get(id);
    const leerwegen = levels.get(id) ?? [];
    if (!target) return missing(id);
    leerwegen.forEach((leerweg) => all.add(leerweg));
    const { prefix: sloPrefix, title: text } = target.value;
    const place = { file: 'globale_eindterm.json', row: target.row };
    gathering.addTarget({ sloId: id, sloPrefix, parent, position, text, leerwegen }, place);
  });
  return (['bb', 'kb', 'gl'] as const).filter((leerweg) => all.has(leerweg));
}

function addCore(
  gathering: Gathering,
  folder: Folder,
  levels: ReadonlyMap<string, Leerweg[]>,
  complain: Complain,
): void {
  const file = 'kerndeel.json';
  for (const [sloId, { row, value }] of folder[file]) {
    const { prefix: sloPrefix, title } = value;
    const profile = profileOfCore(folder, sloId);
    const place = { file, row };
    gathering.addUnit({ sloId, sloPrefix, kind: 'core', profile, title, officialCode: null, tasks: [] }, place);
    const ids = value.examenprogramma_bg_globale_eindterm_id;
    addTargets(gathering, folder, levels, { parent: sloId, ids, missing: (id) => complain(file, row, id) });
  }
}

function addUnits(
  gathering: Gathering,
  folder: Folder,
  levels: ReadonlyMap<string, Leerweg[]>,
  complain: Complain,
): void {
  for (const kind of ['elective', 'module'] as const) {
    const file = kind === 'elective' ? 'keuzevak.json' : 'module.json';
    for (const [sloId, { row, value }] of folder[file]) {
      const { prefix: sloPrefix, title, examenprogramma_bg_deeltaak_id: subtasks } = value;
      const facts = { profile: profileOfUnit(folder, sloId), officialCode: officialCodeOf(sloId) };
      const tasks = tasksOf(folder, value);
      gathering.addUnit({ sloId, sloPrefix, kind, title, tasks, ...facts }, { file, row });
      subtasks.forEach((id, position) => {
        const subtask = folder['deeltaak.json'].get(id);
        if (!subtask) return complain(file, row, id);
        const { prefix, title: sentence, examenprogramma_bg_globale_eindterm_id: ids } = subtask.value;
        const missing = (target: string) => complain('deeltaak.json', subtask.row, target);
        const leerwegen = addTargets(gathering, folder, levels, { parent: id, ids, missing });
        gathering.addSubtask(
          { sloId: id, sloPrefix: prefix, unit: sloId, position, title: sentence, leerwegen },
          { file: 'deeltaak.json', row: subtask.row },
        );
      });
    }
  }
}

function tasksOf(folder: Folder, unit: Entity<'keuzevak.json'> | Entity<'module.json'>): string[] {
  const [file, ids] =
    'examenprogramma_bg_keuzevaktaak_id' in unit
      ? (['keuzevaktaak.json', unit.examenprogramma_bg_keuzevaktaak_id] as const)
      : (['moduletaak.json', unit.examenprogramma_bg_moduletaak_id] as const);
  return ids.flatMap((id) => folder[file].get(id)?.value.title ?? []);
}

function profileOfUnit(folder: Folder, id: string): Profile | null {
  const owner = [...folder['profiel.json'].values()].find(
    ({ value }) => value.examenprogramma_bg_keuzevak_id.includes(id) || value.examenprogramma_bg_module_id.includes(id),
  );
  return (owner && profileById(owner.value.id)) ?? findNationalElective(id)?.profile ?? null;
}

function profileOfCore(folder: Folder, part: string): Profile | null {
  const core = [...folder['kern.json'].values()].find(({ value }) =>
    value.examenprogramma_bg_kerndeel_id.includes(part),
  );
  const owner = [...folder['profiel.json'].values()].find(
    ({ value }) => core !== undefined && value.examenprogramma_bg_kern_id.includes(core.value.id),
  );
  return (owner && profileById(owner.value.id)) ?? null;
}

function profileById(sloId: string): Profile | undefined {
  return nationalProfiles.find((profile) => profile.sloId === sloId)?.code;
}

/** SLO has no official codes: they are facts of the project. */
function officialCodeOf(sloId: string): string | null {
  const modules = nationalProfiles.flatMap((profile) => profile.modules);
  const known = findNationalElective(sloId) ?? modules.find((module) => module.sloId === sloId);
  return known?.officialCode ?? null;
}
