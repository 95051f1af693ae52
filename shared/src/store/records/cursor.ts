import { z } from 'zod';
import { Problem } from '../../problem.js';

/** Where a page ended: the value it was sorted by (null = the record has none) and the id that breaks ties. */
const Cursor = z.strictObject({
  field: z.string(),
  value: z.union([z.string(), z.number(), z.null()]),
  id: z.string(),
});
export type Cursor = z.infer<typeof Cursor>;

/** A cursor as text for `next`. It holds the sort value: don't sort by a name where the cursor goes into an address. */
export function cursorText(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Reads a cursor that may have come back through an address. Throws Problem `request/bad-input` unless it was made for this sort. */
export function parseCursor(text: string, field: string): Cursor {
  const cursor = Cursor.safeParse(jsonOf(text));
  if (!cursor.success || cursor.data.field !== field) throw new Problem('request/bad-input', { field: 'after' });
  return cursor.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}
