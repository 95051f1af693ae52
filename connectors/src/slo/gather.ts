import type {
  ProgrammeSubtask,
  ProgrammeTarget,
  ProgrammeUnit,
} from '@buitenboord/shared/domain/programme/programme-records.js';
import type { ProgrammeRowProblem, RowPlace as Place } from '@buitenboord/shared/domain/programme/programme-file.js';

type Unit = Omit<ProgrammeUnit, 'edition'>;
type Subtask = Omit<ProgrammeSubtask, 'edition'>;
type Target = Omit<ProgrammeTarget, 'edition'>;

/** Gathers entities by SLO's uuid; a second one with the same uuid is a problem of the row it stands in. */
export function createGathering() {
  const problems: ProgrammeRowProblem[] = [];
  const gather = <T extends { sloId: string }>(found: Map<string, T & { place: Place }>, entity: T, place: Place) => {
    if (found.has(entity.sloId)) problems.push({ ...place, complaint: 'duplicate', found: entity.sloId });
    else found.set(entity.sloId, { ...entity, place });
  };
  const units = new Map<string, Unit & { place: Place }>();
  const subtasks = new Map<string, Subtask & { place: Place }>();
  const targets = new Map<string, Target & { place: Place }>();
  return {
    problems,
    addUnit: (unit: Unit, place: Place) => gather(units, unit, place),
    addSubtask: (subtask: Subtask, place: Place) => gather(subtasks, subtask, place),
    addTarget: (target: Target, place: Place) => gather(targets, target, place),
    /** Targets whose subtask or part of the core isn't among what was gathered. */
    insistOnParents() {
      for (const { parent, sloId, place } of targets.values())
        if (!subtasks.has(parent) && !units.has(parent))
          problems.push({ ...place, complaint: 'belongs-nowhere', found: sloId });
    },
    /** Where each entity stands, by its uuid. */
    places: (): ReadonlyMap<string, Place> =>
      new Map([...units.values(), ...subtasks.values(), ...targets.values()].map(({ sloId, place }) => [sloId, place])),
    content: () => ({
      units: [...units.values()].map(withoutPlace),
      subtasks: [...subtasks.values()].map(withoutPlace),
      targets: [...targets.values()].map(withoutPlace),
    }),
  };
}

export type Gathering = ReturnType<typeof createGathering>;

function withoutPlace<T extends { place: Place }>({ place: _place, ...entity }: T): Omit<T, 'place'> {
  return entity;
}
