import { z } from 'zod';
import { SloId } from '@buitenboord/shared/domain/programme/programme-records.js';
import { Problem } from '@buitenboord/shared/problem.js';
import type { ClassCoverage } from '@buitenboord/shared/use-cases/coverage/class-coverage.js';

const PersonId = z.string().regex(/^[\w-]{1,64}$/u);
/** One checkbox or several: a browser sends a string or a list. */
const many = <T extends z.ZodType>(item: T) =>
  z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(item).max(400));
const typed = (max: number) => z.string().trim().max(max).default('');

/** A cell of the grid: whose, and which subtask. */
const Cell = z
  .string()
  .regex(/^[\w-]{1,64}\.[0-9a-f-]{36}$/u)
  .transform((sent) => {
    const [student = '', subtask = ''] = sent.split('.', 2);
    return { student, subtask };
  });
export type Cell = z.infer<typeof Cell>;

export const marks = ['doneCompany', 'doneSchool', 'planCompany', 'planSchool', 'notPossible', 'undo'] as const;

/** The form below the grid. Single cells, whole columns (a subtask of the whole class) and whole rows (all subtasks of a student). */
export const MarkForm = z.strictObject({
  cell: many(Cell),
  column: many(SloId),
  row: many(PersonId),
  mark: z.enum(marks),
  on: z.iso.date().or(z.literal('')).default(''),
  place: typed(120),
  shownBy: typed(300),
  reason: typed(300),
  elsewhere: typed(300),
});
export type MarkForm = z.infer<typeof MarkForm>;

/** A work that may show a subtask: `student.subtask`, as it was proposed. */
export const ProposalForm = z.strictObject({ cell: many(Cell), decision: z.enum(['accept', 'decline']) });
export const StudentForm = z.strictObject({ decision: z.enum(['complete', 'reopen', 'drop']) });

const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
/** A number that may be left empty. */
const optional = (number: z.ZodType<number>) =>
  z
    .literal('')
    .transform(() => undefined)
    .or(number)
    .optional();
const planned = {
  elective: SloId,
  days: optional(whole(1, 200)),
  hoursPerDay: optional(whole(1, 12)),
  there: optional(whole(0, 20)),
  level: z
    .enum(['bb', 'kb', 'gl'])
    .or(z.literal('').transform(() => undefined))
    .optional(),
};
/** What stands behind the question mark while somebody weighs a choice. What can't be read is left out: nothing is stored yet. */
export const FitQuestion = z.object({
  elective: SloId.optional().catch(undefined),
  days: planned.days.catch(undefined),
  hoursPerDay: planned.hoursPerDay.catch(undefined),
  there: planned.there.catch(undefined),
  level: planned.level.catch(undefined),
});
export type FitQuestion = z.infer<typeof FitQuestion>;
export const ChoiceForm = z.strictObject({ ...planned, students: many(PersonId) });

/** The elective, and the student, in an address. */
export function electiveIn(params: Readonly<Record<string, unknown>>): string {
  return found(SloId, params.elective);
}
export function studentIn(params: Readonly<Record<string, unknown>>): string {
  return found(PersonId, params.student);
}

function found(schema: z.ZodType<string>, value: unknown): string {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Problem('request/not-found');
  return parsed.data;
}

/** Every cell that a form means, each once. Students whose elective is complete stay out of whole columns. */
export function cellsOf(
  { cell, column, row }: Pick<MarkForm, 'cell' | 'column' | 'row'>,
  { students }: Pick<ClassCoverage, 'students'>,
): Cell[] {
  const open = students.filter(({ choice }) => choice?.state !== 'completed');
  const together = open.flatMap(({ student, coverage }) =>
    coverage.rows.flatMap(({ subtask }) =>
      column.includes(subtask.sloId) || row.includes(student) ? [{ student, subtask: subtask.sloId }] : [],
    ),
  );
  return [...new Map([...cell, ...together].map((each) => [`${each.student}.${each.subtask}`, each])).values()];
}
