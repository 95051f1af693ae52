import { z } from 'zod';
import { mappingAt } from '@buitenboord/shared/domain/pta/guess-mapping.js';
import { ptaColumns, type PtaColumn, type PtaMapping, type PtaTable } from '@buitenboord/shared/domain/pta/pta-file.js';
import { outlineFields } from './component-form.js';

const Table = z.array(z.array(z.string()).max(200)).max(5000);
const Column = z.union([z.literal(''), z.enum(ptaColumns)]);
const fixedFields = outlineFields;

/** A table and what its columns hold, as one hidden field: what is stored is what was shown. */
export const CarriedImport = z.strictObject({
  carried: jsonField(
    z.strictObject({
      table: Table,
      mapping: z.strictObject({
        headingRow: z.int().min(1).max(5000),
        columns: z.array(Column).max(200),
        fixed: z.partialRecord(z.enum(ptaColumns), z.string().max(300)),
      }),
    }),
  ),
});

/** The page's choices: `column-0`, `column-1`, …, and `fixed-cohort` for what the table doesn't say. */
export const ChosenMapping = z
  .object({
    table: jsonField(Table),
    /** The row that the choices were made for. */
    chosenFor: z.coerce.number().int().min(1).max(5000),
    headingRow: z.coerce.number().int().min(1).max(5000).catch(1),
  })
  .catchall(z.string().max(300))
  .transform(({ table, chosenFor, headingRow, ...fields }): { table: PtaTable; mapping: PtaMapping } => {
    // Other headings mean other columns: what was chosen for the old ones says nothing.
    if (headingRow !== chosenFor)
      return { table, mapping: { ...mappingAt(table, headingRow), fixed: fixedIn(fields) } };
    const width = (table[headingRow - 1] ?? []).length;
    const columns = Array.from({ length: width }, (_, index) =>
      Column.catch('').parse(fields[`column-${index}`] ?? ''),
    );
    return { table, mapping: { headingRow, columns, fixed: fixedIn(fields) } };
  });

function fixedIn(fields: Readonly<Record<string, unknown>>): Partial<Record<PtaColumn, string>> {
  return Object.fromEntries(
    fixedFields.flatMap((column) => {
      const said = fields[`fixed-${column}`];
      return typeof said === 'string' && said.trim() ? [[column, said.trim()]] : [];
    }),
  );
}

function jsonField<T>(schema: z.ZodType<T>) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue('no JSON');
        return z.NEVER;
      }
    })
    .pipe(schema);
}
