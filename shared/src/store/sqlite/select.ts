import type { AnyCollection, IndexValue } from '../port.js';
import type { Cursor } from './cursor.js';
import { fieldExpression } from './tables.js';

/** A query without its types: what is left of it at run time. */
export interface Question {
  where: object;
  range?: { field: string; from?: string | number; below?: string | number };
  sort?: { field: string; descending?: boolean };
}

/** SQL of names that code brought, and the values to bind to it. */
export interface Condition {
  sql: string;
  values: readonly (string | number)[];
}

/** The condition of a query. Throws where a query is a slip of the programmer: no school, a field without index, a value that isn't there. */
export function conditionOf(collection: AnyCollection, question: Question): Condition {
  return both([...equalities(collection, question.where), ...bounds(collection, question.range)]);
}

/** The order of a query: by a field or by id, ties by id in the same direction, so that an index gives it without sorting. */
export function orderOf(collection: AnyCollection, sort: Question['sort']): string {
  const field = sort?.field ?? 'id';
  const direction = sort?.descending === true ? 'DESC' : 'ASC';
  const columns = [...new Set([lookup(collection, field), 'id'])];
  return columns.map((column) => `${column} ${direction}`).join(', ');
}

/** What comes after a cursor. Records without the field stand first, as SQLite sorts NULL; a comparison with NULL is never true, hence the cases. */
export function beyond(collection: AnyCollection, sort: Question['sort'], cursor: Cursor): Condition {
  const descending = sort?.descending === true;
  const than = descending ? '<' : '>';
  if (cursor.field === 'id') return { sql: `id ${than} ?`, values: [cursor.id] };
  const field = lookup(collection, cursor.field);
  if (cursor.value === null) {
    const others = descending ? '' : ` OR ${field} IS NOT NULL`;
    return { sql: `((${field} IS NULL AND id ${than} ?)${others})`, values: [cursor.id] };
  }
  const others = descending ? ` OR ${field} IS NULL` : '';
  return { sql: `((${field}, id) ${than} (?, ?)${others})`, values: [cursor.value, cursor.id] };
}

/** Several conditions as one. */
export function both(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map((condition) => condition.sql).join(' AND ') || 'TRUE',
    values: conditions.flatMap((condition) => condition.values),
  };
}

/** A school's id for a school's collection. Types insist on it; this insists again, for whoever came around them. */
export function schoolOf(collection: AnyCollection, key: object): string | undefined {
  if (collection.scope !== 'school') return undefined;
  const school = 'school' in key ? key.school : undefined;
  if (typeof school !== 'string' || school === '')
    throw new Error(`A query on ${collection.name} must name the school.`);
  return school;
}

/** The expression of an indexed field. Throws for any other: without an index it would read everything. */
export function lookup(collection: AnyCollection, field: string): string {
  if (field !== 'id' && !collection.indexed.includes(field))
    throw new Error(`${collection.name} has no index on "${field}".`);
  return fieldExpression(field);
}

function equalities(collection: AnyCollection, where: object): Condition[] {
  const school = schoolOf(collection, where);
  const fields = Object.entries(where).filter(([field]) => school === undefined || field !== 'school');
  const own = fields.map(([field, value]) => ({
    sql: `${lookup(collection, field)} = ?`,
    values: [bindable(collection, field, value)],
  }));
  return school === undefined ? own : [{ sql: 'school = ?', values: [school] }, ...own];
}

function bounds(collection: AnyCollection, range: Question['range']): Condition[] {
  if (range === undefined) return [];
  const field = lookup(collection, range.field);
  // A range without bounds would make `forget` forget everything.
  if (range.from === undefined && range.below === undefined)
    throw new Error(`A range on ${collection.name} needs a bound.`);
  const bound = (operator: string, value: string | number | undefined) =>
    value === undefined ? [] : [{ sql: `${field} ${operator} ?`, values: [bindable(collection, range.field, value)] }];
  return [...bound('>=', range.from), ...bound('<', range.below)];
}

function bindable(collection: AnyCollection, field: string, value: unknown): string | number {
  if (!isIndexValue(value)) throw new Error(`${collection.name} can't be looked up by this value of "${field}".`);
  // json_extract answers 1 and 0 for true and false.
  return typeof value === 'boolean' ? Number(value) : value;
}

function isIndexValue(value: unknown): value is IndexValue {
  return (
    typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
  );
}
