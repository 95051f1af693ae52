import { z } from 'zod';
import { activityAims, activityKindIds } from '@buitenboord/shared/domain/activity/activity-kind.js';
import { likelyKind } from '@buitenboord/shared/domain/activity/kind-of.js';
import { Criterion, evidenceKinds, EvidenceAsked } from '@buitenboord/shared/domain/activity/assignment.js';
import type { ElectiveProgramme } from '@buitenboord/shared/domain/programme/elective-programme.js';
import { Problem } from '@buitenboord/shared/problem.js';
import type { AssignmentToMake } from '@buitenboord/shared/use-cases/assignment/make-assignment.js';

/** The fields as they were typed, to show them again when something isn't right: nothing typed is lost. */
export type TypedForm = Readonly<Record<string, string | readonly string[]>>;

export const rubricRows = 5;
export const criterionParts = ['title', 'practise', 'sufficient', 'good'] as const;

/** Which field isn't right. The page words it beside the field. */
export type FieldError = 'title' | 'task' | 'evidence' | 'rubric' | 'hours' | 'elective';

export type ParsedForm =
  { kind: 'right'; assignment: AssignmentToMake } | { kind: 'wrong'; errors: ReadonlySet<FieldError> };

const Fields = z.record(z.string().max(40), z.union([z.string().max(20_000), z.array(z.string().max(200)).max(60)]));

/** Reads the body of the form, whatever it holds, as text. */
export function typedForm(body: unknown): TypedForm {
  return Fields.parse(body ?? {});
}

/** The electives to choose from, and their subtasks. */
export type AssignableElective = Pick<ElectiveProgramme, 'sloId' | 'title' | 'profile' | 'officialCode'> & {
  subtasks: readonly { sloId: string; title: string }[];
};

/** From what was typed to an assignment, or every field that isn't right. */
export function parseAssignmentForm(typed: TypedForm, electives: readonly AssignableElective[]): ParsedForm {
  const errors = new Set<FieldError>();
  const read = <T>(field: FieldError, schema: z.ZodType<T>, value: unknown): T | undefined => {
    const parsed = schema.safeParse(value);
    if (!parsed.success) errors.add(field);
    return parsed.data;
  };
  const title = read('title', z.string().trim().min(1).max(120), one(typed, 'title'));
  const task = read('task', z.string().trim().min(1).max(4000), one(typed, 'task'));
  const evidence = read('evidence', z.array(EvidenceAsked).min(1), evidenceOf(typed));
  const rubric = read('rubric', z.array(Criterion).min(3).max(rubricRows), rubricOf(typed));
  const hours = read('hours', z.coerce.number().int().min(0).max(2000), one(typed, 'hours') || '0');
  const elective = read('elective', z.enum(['', ...electives.map(({ sloId }) => sloId)]), one(typed, 'elective'));
  if (
    title === undefined ||
    task === undefined ||
    !evidence ||
    !rubric ||
    hours === undefined ||
    elective === undefined
  ) {
    return { kind: 'wrong', errors };
  }
  const safety = one(typed, 'safety').trim().slice(0, 2000);
  const subtasks = elective ? subtasksOf(electives, elective, many(typed, 'subtask')) : [];
  const nature = { ...(elective && { elective }), hours };
  const kind = activityKindIds.find((id) => id === one(typed, 'kind')) ?? likelyKind(nature);
  const aims = activityAims.filter((aim) => many(typed, 'aim').includes(aim));
  return {
    kind: 'right',
    assignment: { title, task, safety, ...nature, subtasks, evidence, rubric, kind, aims },
  };
}

/** Only subtasks of the chosen elective: a box that was ticked before another elective was chosen says nothing. */
function subtasksOf(electives: readonly AssignableElective[], elective: string, ticked: readonly string[]): string[] {
  return (electives.find(({ sloId }) => sloId === elective)?.subtasks ?? [])
    .map(({ sloId }) => sloId)
    .filter((id) => ticked.includes(id));
}

function evidenceOf(typed: TypedForm): { kind: string; count: number }[] {
  return evidenceKinds
    .map((kind) => ({ kind, count: Number(one(typed, `evidence.${kind}`) || '0') }))
    .filter(({ count }) => count !== 0);
}

/** Rows that were left empty don't count; a row that was half filled in does, and is then not right. */
function rubricOf(typed: TypedForm): unknown[] {
  const rows = Array.from({ length: rubricRows }, (_, row) =>
    criterionParts.map((part) => one(typed, `criterion.${row}.${part}`).trim()),
  );
  return rows
    .filter((parts) => parts.some((part) => part !== ''))
    .map(([title, practise, sufficient, good]) => ({ title, behaviour: { practise, sufficient, good } }));
}

export function one(typed: TypedForm, name: string): string {
  const value = typed[name];
  // Browsers send a line break as two characters and count it as one.
  return ((typeof value === 'string' ? value : value?.[0]) ?? '').replace(/\r\n/gu, '\n');
}

export function many(typed: TypedForm, name: string): readonly string[] {
  const value = typed[name];
  return typeof value === 'string' ? [value] : (value ?? []);
}

/** A component as the form names it: `line|code`; empty is none. Throws for anything else. */
export function parseComponent(typed: string | undefined): { line: string; code: string } | undefined {
  if (!typed) return undefined;
  const [, line, code] =
    z
      .string()
      .max(100)
      .transform((value) => /^([\w-]+)\|(.+)$/u.exec(value))
      .parse(typed) ?? [];
  if (!line || !code) throw new Problem('request/bad-input', { field: 'component' });
  return { line, code };
}
