import type { Leerweg } from '../pta/pta.js';
import type { Profile } from './elective.js';

/** An attainment target with its official text. */
export interface Target {
  sloId: string;
  text: string;
  leerwegen: readonly Leerweg[];
}

/** A subtask as pages show it. */
export interface ElectiveSubtask {
  sloId: string;
  sloPrefix: string;
  /** Short where the project has a title of its own, else the official sentence. */
  title: string;
  /** The official sentence; `null` until an edition was imported. */
  officialTitle: string | null;
  leerwegen: readonly Leerweg[];
  /** Empty until an edition was imported. */
  targets: readonly Target[];
}

/** An elective with what a student must do for it. */
export interface ElectiveProgramme {
  sloId: string;
  sloPrefix: string;
  title: string;
  officialCode: string | null;
  profile: Profile | null;
  /** The day of SLO's edition; `null` = only what comes with the product. */
  edition: string | null;
  tasks: readonly string[];
  subtasks: readonly ElectiveSubtask[];
}

/** The subtasks that a student of this level must cover, each with the targets of that level. */
export function subtasksFor(programme: Pick<ElectiveProgramme, 'subtasks'>, level: Leerweg): ElectiveSubtask[] {
  return programme.subtasks
    .filter(({ leerwegen }) => leerwegen.includes(level))
    .map((subtask) => ({ ...subtask, targets: subtask.targets.filter((target) => target.leerwegen.includes(level)) }));
}

/**
 * The levels at which a student of a leerweg may follow an elective, the usual one first: a bb student may take it at kb (UB WVO 2020, art. 2.23
 * lid 2); tl has no vocational programme and may follow electives on top (art. 2.17 lid 2), at no level of its own.
 */
export function levelsFor(leerweg: Leerweg): readonly Leerweg[] {
  switch (leerweg) {
    case 'bb':
      return ['bb', 'kb'];
    case 'kb':
      return ['kb'];
    case 'gl':
      return ['gl'];
    case 'tl':
      return ['gl', 'kb', 'bb'];
  }
}

/** The level of a student who follows an elective: what the teacher said, else the student's own leerweg; undefined while it must be said. */
export function levelOf(leerweg: Leerweg | undefined, said: Leerweg | undefined): Leerweg | undefined {
  if (said) return said;
  return leerweg === 'tl' ? undefined : leerweg;
}
