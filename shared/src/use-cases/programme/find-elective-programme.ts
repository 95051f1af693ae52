import { builtInProgramme } from '../../domain/programme/built-in-programme.js';
import type { ElectiveProgramme, ElectiveSubtask, Target } from '../../domain/programme/elective-programme.js';
import { findSubtask } from '../../domain/programme/electives.js';
import { findNationalElective } from '../../domain/programme/national-electives.js';
import { Problem } from '../../problem.js';
import { programmeSubtasks, programmeTargets, programmeUnits } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';
import type { ProgrammeSubtask, ProgrammeUnit } from '../../domain/programme/programme-records.js';
import { editionKey } from './import-programme.js';

/**
 * What a student must do for an elective, as an edition has it; where that edition doesn't hold it, what comes with the product. An elective that
 * is known by name only has no subtasks yet. Throws `programme/elective-unknown`.
 */
export async function getElectiveProgramme(
  store: Store,
  { elective, edition }: { elective: string; edition: string | undefined },
): Promise<ElectiveProgramme> {
  const unit = edition === undefined ? undefined : await store.get(programmeUnits, editionKey(edition, elective));
  if (unit?.kind === 'elective') return fromEdition(store, unit);
  const known = builtInProgramme(elective) ?? byNameOnly(elective);
  if (!known) throw new Problem('programme/elective-unknown', { elective });
  return known;
}

function byNameOnly(sloId: string): ElectiveProgramme | undefined {
  const facts = findNationalElective(sloId);
  if (!facts) return undefined;
  const { sloPrefix, title, officialCode, profile } = facts;
  return { sloId, sloPrefix, title, officialCode, profile, edition: null, tasks: [], subtasks: [] };
}

async function fromEdition(store: Store, unit: Stored<ProgrammeUnit>): Promise<ElectiveProgramme> {
  const { edition, sloId, sloPrefix, title, profile, tasks, officialCode } = unit;
  const { items } = await store.find(programmeSubtasks, { where: { edition, unit: sloId }, limit: 100 });
  const ordered = [...items].sort((one, other) => one.position - other.position);
  const subtasks = await Promise.all(ordered.map((subtask) => withTargets(store, subtask)));
  return { sloId, sloPrefix, title, officialCode, profile, edition, tasks, subtasks };
}

async function withTargets(store: Store, subtask: Stored<ProgrammeSubtask>): Promise<ElectiveSubtask> {
  const { edition, sloId, sloPrefix, title, leerwegen } = subtask;
  const { items } = await store.find(programmeTargets, { where: { edition, parent: sloId }, limit: 200 });
  const targets = [...items]
    .sort((one, other) => one.position - other.position)
    .map((target): Target => ({ sloId: target.sloId, text: target.text, leerwegen: target.leerwegen }));
  const short = findSubtask(sloId)?.subtask.title;
  return { sloId, sloPrefix, title: short ?? title, officialTitle: title, leerwegen, targets };
}
