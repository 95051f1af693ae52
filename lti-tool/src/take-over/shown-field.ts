import { z } from 'zod';
import { shownRows, type TakeOverRow } from '@buitenboord/shared/domain/grade/take-over-list.js';

/** What was on the page, as one hidden field: a class has more rows than a form may have fields. */
export function shownAsField(rows: readonly TakeOverRow[]): string {
  return shownRows(rows)
    .map(({ gradeKey, revision }) => `${gradeKey}.${revision}`)
    .join(' ');
}

/** The same, read back. */
export const ShownField = z
  .string()
  .max(100_000)
  .regex(/^[\w-]+\.\d{1,6}(?: [\w-]+\.\d{1,6})*$/u)
  .transform((field) =>
    field.split(' ').map((row) => {
      const [gradeKey = '', revision = '0'] = row.split('.');
      return { gradeKey, revision: Number(revision) };
    }),
  );
