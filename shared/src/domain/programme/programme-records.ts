import { z } from 'zod';
import { leerwegen } from '../pta/pta.js';
import { profiles } from './elective.js';

const Leerwegen = z.array(z.enum(leerwegen)).max(4);
export const SloId = z.uuid();
/** The day on which SLO published, `yyyy-mm-dd`: what editions are told apart and ordered by. */
export const EditionName = z.iso.date();

export const unitKinds = ['elective', 'module', 'core'] as const;

/** An elective, a module of a profile, or a part of the core, as one edition has it. */
export const ProgrammeUnit = z.strictObject({
  edition: EditionName,
  sloId: SloId,
  sloPrefix: z.string().min(1).max(40),
  kind: z.enum(unitKinds),
  /** `null` where the source doesn't say it. */
  profile: z.enum(profiles).nullable(),
  title: z.string().min(1).max(500),
  officialCode: z
    .string()
    .regex(/^\d{4}$/u)
    .nullable(),
  /** The tasks (taken) in SLO's words. */
  tasks: z.array(z.string().min(1).max(2000)).max(20),
});
export type ProgrammeUnit = z.infer<typeof ProgrammeUnit>;

/** A part of a unit that can be done on its own (deeltaak), with the official sentence. */
export const ProgrammeSubtask = z.strictObject({
  edition: EditionName,
  sloId: SloId,
  sloPrefix: z.string().min(1).max(40),
  unit: SloId,
  /** Its place in the unit, from 0. */
  position: z.int().min(0).max(99),
  title: z.string().min(1).max(1000),
  leerwegen: Leerwegen,
});
export type ProgrammeSubtask = z.infer<typeof ProgrammeSubtask>;

/** An attainment target (eindterm), for the leerwegen that it holds for. */
export const ProgrammeTarget = z.strictObject({
  edition: EditionName,
  sloId: SloId,
  sloPrefix: z.string().min(1).max(40),
  /** The subtask, or the part of the core, that it belongs to. */
  parent: SloId,
  position: z.int().min(0).max(9999),
  text: z.string().min(1).max(4000),
  leerwegen: Leerwegen.min(1),
});
export type ProgrammeTarget = z.infer<typeof ProgrammeTarget>;

/** An edition that was imported. Its content never changes; what was imported later is added. */
export const ProgrammeEdition = z.strictObject({
  importedAt: z.iso.datetime(),
  units: z.int().min(0),
  subtasks: z.int().min(0),
  targets: z.int().min(0),
});
export type ProgrammeEdition = z.infer<typeof ProgrammeEdition>;

/** The edition that a cohort of a school works with: once it is there it stays, whatever is published later. */
export const CohortEdition = z.strictObject({
  cohort: z.string().max(20),
  edition: EditionName,
  fixedBy: z.string(),
  fixedAt: z.iso.datetime(),
});
export type CohortEdition = z.infer<typeof CohortEdition>;

/** What an import brings: everything of one edition that was in the files. */
export interface ProgrammeContent {
  units: readonly Omit<ProgrammeUnit, 'edition'>[];
  subtasks: readonly Omit<ProgrammeSubtask, 'edition'>[];
  targets: readonly Omit<ProgrammeTarget, 'edition'>[];
}
