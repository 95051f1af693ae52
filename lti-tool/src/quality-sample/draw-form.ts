import { z } from 'zod';
import { parseTenths } from '@buitenboord/shared/domain/grade/grade-value.js';
import { Seed, type DrawMethod } from '@buitenboord/shared/domain/quality-sample/quality-sample.js';

const Typed = z.string().max(10).default('');
const several = z
  .union([z.string().max(64), z.array(z.string().max(64)).max(500)])
  .default([])
  .transform((value) => (typeof value === 'string' ? [value] : value));

export const methods = ['number', 'percentage', 'range', 'hand'] as const;

/** The fields of the form that draws; those of another method are left alone. */
export const DrawForm = z.strictObject({
  component: z.string().min(1).max(200),
  course: z.string().max(64).optional(),
  wholeSchool: z.literal('yes').optional(),
  method: z.enum(methods),
  count: Typed,
  percent: Typed,
  from: Typed,
  to: Typed,
  rangeCount: Typed,
  hand: several,
  seed: Seed,
});
export type DrawForm = z.infer<typeof DrawForm>;

/** The fields that can be typed wrongly. */
export type WrongField = 'count' | 'percent' | 'from' | 'to' | 'rangeCount' | 'hand';

export type ReadMethod = { kind: 'method'; method: DrawMethod } | { kind: 'wrong'; field: WrongField };

/** What was chosen, or the first field that isn't right. Numbers of grades come as people type them: 5,5 or 5.5. */
export function readMethod(form: DrawForm): ReadMethod {
  switch (form.method) {
    case 'number': {
      const count = wholeIn(form.count, 500);
      return count === undefined ? wrong('count') : read({ kind: 'number', count });
    }
    case 'percentage': {
      const percent = wholeIn(form.percent, 100);
      return percent === undefined ? wrong('percent') : read({ kind: 'percentage', percent });
    }
    case 'range':
      return readRange(form);
    case 'hand':
      return form.hand.length === 0 ? wrong('hand') : read({ kind: 'hand', gradeKeys: form.hand });
  }
}

function readRange(form: DrawForm): ReadMethod {
  const [fromTenths, toTenths] = [parseTenths(form.from), parseTenths(form.to)];
  if (fromTenths === undefined) return wrong('from');
  if (toTenths === undefined || toTenths < fromTenths) return wrong('to');
  if (form.rangeCount.trim() === '') return read({ kind: 'range', fromTenths, toTenths });
  const count = wholeIn(form.rangeCount, 500);
  return count === undefined ? wrong('rangeCount') : read({ kind: 'range', fromTenths, toTenths, count });
}

function wholeIn(typed: string, most: number): number | undefined {
  return z.coerce
    .number()
    .int()
    .min(1)
    .max(most)
    .safeParse(typed.trim() || undefined).data;
}

function read(method: DrawMethod): ReadMethod {
  return { kind: 'method', method };
}

function wrong(field: WrongField): ReadMethod {
  return { kind: 'wrong', field };
}
