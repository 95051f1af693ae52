import type { AnyCollection } from '../port.js';
import type { Cursor } from '../records/cursor.js';
import { boundsOf, equalitiesOf, insistOnIndex, schoolOf, type Question } from '../records/question.js';
import { fieldExpression } from './tables.js';

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

/** The condition that goes with the values of a key. */
export function keyCondition(collection: AnyCollection): string {
  return collection.scope === 'school' ? 'school = ? AND id = ?' : 'id = ?';
}

/** The expression of an indexed field. Throws for any other: without an index it would read everything. */
export function lookup(collection: AnyCollection, field: string): string {
  return fieldExpression(insistOnIndex(collection, field));
}

function equalities(collection: AnyCollection, where: object): Condition[] {
  const school = schoolOf(collection, where);
  const own = equalitiesOf(collection, where).map(({ field, value }) => ({
    sql: `${lookup(collection, field)} = ?`,
    values: [value],
  }));
  return school === undefined ? own : [{ sql: 'school = ?', values: [school] }, ...own];
}

function bounds(collection: AnyCollection, range: Question['range']): Condition[] {
  const checked = boundsOf(collection, range);
  if (checked === undefined) return [];
  const field = lookup(collection, checked.field);
  const bound = (operator: string, value: string | number | undefined) =>
    value === undefined ? [] : [{ sql: `${field} ${operator} ?`, values: [value] }];
  return [...bound('>=', checked.from), ...bound('<', checked.below)];
}
