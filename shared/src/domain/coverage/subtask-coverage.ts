import { z } from 'zod';
import { SloId } from '../programme/programme-records.js';

const line = (max: number) => z.string().trim().min(1).max(max);

/** What was agreed for a subtask. */
export const CoveragePlan = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('atCompany') }),
  z.strictObject({ kind: z.literal('atSchool') }),
  z.strictObject({ kind: z.literal('notPossibleHere'), reason: line(300), elsewhere: line(300) }),
]);
export type CoveragePlan = z.infer<typeof CoveragePlan>;

/** That a subtask was done: where, when, and what shows it. */
export const CoverageDone = z
  .strictObject({
    where: z.enum(['company', 'school']),
    on: z.iso.date(),
    place: line(120),
    /** What shows it when no work does: a test, an observation. */
    shownBy: z.string().trim().max(300),
    /** The works that show it. */
    works: z.array(z.string().max(200)).max(20),
    markedBy: z.string(),
    markedAt: z.iso.datetime(),
  })
  .refine(({ shownBy, works }) => shownBy !== '' || works.length > 0);
export type CoverageDone = z.infer<typeof CoverageDone>;

/** One subtask of one student: what was planned, and what was done. One record per student, elective and subtask. */
export const SubtaskCoverage = z.strictObject({
  student: z.string(),
  elective: SloId,
  subtask: SloId,
  plan: CoveragePlan.optional(),
  done: CoverageDone.optional(),
  /** Works that a teacher was offered as evidence here, and turned down. */
  declined: z.array(z.string().max(200)).max(50),
});
export type SubtaskCoverage = z.infer<typeof SubtaskCoverage>;

/** That a student follows an elective, or doesn't although the course has it; and that it is complete. */
export const StudentElective = z.strictObject({
  student: z.string(),
  elective: SloId,
  state: z.enum(['chosen', 'dropped', 'completed']),
  /** When it isn't the leerweg of the course. */
  level: z.enum(['bb', 'kb', 'gl']).optional(),
  plannedDays: z.int().min(1).max(200).optional(),
  plannedHours: z.int().min(1).max(2000).optional(),
  decidedBy: z.string(),
  decidedAt: z.iso.datetime(),
});
export type StudentElective = z.infer<typeof StudentElective>;
