import type { AnyCollection, IndexValue } from '../port.js';

/** A query without its types: what is left of it at run time. */
export interface Question {
  where: object;
  range?: { field: string; from?: string | number; below?: string | number };
  sort?: { field: string; descending?: boolean };
}

/** An equality or a bound that was checked: an indexed field, and a value that an index can hold. */
export interface Checked {
  field: string;
  value: string | number;
}

/** A school's id for a school's collection. Types insist on it; this insists again, for whoever came around them. */
export function schoolOf(collection: AnyCollection, key: object): string | undefined {
  if (collection.scope !== 'school') return undefined;
  const school = 'school' in key ? key.school : undefined;
  if (typeof school !== 'string' || school === '')
    throw new Error(`A query on ${collection.name} must name the school.`);
  return school;
}

/** Throws for a field without an index: it would read everything. */
export function insistOnIndex(collection: AnyCollection, field: string): string {
  if (field !== 'id' && !collection.indexed.includes(field))
    throw new Error(`${collection.name} has no index on "${field}".`);
  return field;
}

/** The equalities of a query besides the school. Throws where one is a slip of the programmer: a field without index, a value that isn't there. */
export function equalitiesOf(collection: AnyCollection, where: object): Checked[] {
  const school = schoolOf(collection, where);
  return Object.entries(where)
    .filter(([field]) => school === undefined || field !== 'school')
    .map(([field, value]) => ({
      field: insistOnIndex(collection, field),
      value: indexable(collection, field, value),
    }));
}

/** The bounds of a query's range. A range without bounds would make `forget` forget everything. */
export function boundsOf(
  collection: AnyCollection,
  range: Question['range'],
): { field: string; from?: string | number; below?: string | number } | undefined {
  if (range === undefined) return undefined;
  const field = insistOnIndex(collection, range.field);
  if (range.from === undefined && range.below === undefined)
    throw new Error(`A range on ${collection.name} needs a bound.`);
  return {
    field,
    ...(range.from !== undefined && { from: indexable(collection, field, range.from) }),
    ...(range.below !== undefined && { below: indexable(collection, field, range.below) }),
  };
}

/** A value as indexes hold it: true and false are 1 and 0. */
export function indexable(collection: AnyCollection, field: string, value: unknown): string | number {
  if (!isIndexValue(value)) throw new Error(`${collection.name} can't be looked up by this value of "${field}".`);
  return typeof value === 'boolean' ? Number(value) : value;
}

function isIndexValue(value: unknown): value is IndexValue {
  return (
    typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
  );
}

export const largestLimit = 500;
const defaultLimit = 100;

/** How many records a page holds. */
export function pageLimit(limit: number | undefined): number {
  if (limit === undefined || Number.isNaN(limit)) return defaultLimit;
  return Math.min(Math.max(Math.trunc(limit), 1), largestLimit);
}
