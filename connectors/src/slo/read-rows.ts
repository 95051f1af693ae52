import type { z } from 'zod';
import type { NamedText, ProgrammeRowProblem } from '@buitenboord/shared/domain/programme/programme-file.js';

/** A file's JSON, or why it has none. */
export function parseJson({ name, text }: NamedText): { json: unknown } | { problem: ProgrammeRowProblem } {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return { problem: { file: name, row: 0, complaint: 'not-json', found: '' } };
  }
}

/** The rows of a list that are as they should be, each with its number, and what is wrong with the others. */
export function readRows<T>(
  file: string,
  schema: z.ZodType<T>,
  list: unknown,
): { rows: { row: number; value: T }[]; problems: ProgrammeRowProblem[] } {
  if (!Array.isArray(list)) return { rows: [], problems: [{ file, row: 0, complaint: 'unknown-file', found: '' }] };
  const rows: { row: number; value: T }[] = [];
  const problems: ProgrammeRowProblem[] = [];
  list.forEach((item: unknown, index) => {
    const parsed = schema.safeParse(item);
    if (parsed.success) rows.push({ row: index + 1, value: parsed.data });
    else
      problems.push({
        file,
        row: index + 1,
        complaint: 'bad-row',
        found: parsed.error.issues[0]?.path.join('.') ?? '',
      });
  });
  return { rows, problems };
}
