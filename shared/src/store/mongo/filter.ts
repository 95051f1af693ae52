import type { Document } from 'mongodb';
import type { AnyCollection } from '../port.js';
import type { Cursor } from '../records/cursor.js';
import { boundsOf, equalitiesOf, insistOnIndex, schoolOf, type Question } from '../records/question.js';

/** The filter of a query. Values are bound with `$eq`, so that none can be an operator. */
export function filterOf(collection: AnyCollection, question: Question): Document {
  const school = schoolOf(collection, question.where);
  const conditions: Document[] = [
    ...(school === undefined ? [] : [{ school: { $eq: school } }]),
    ...equalitiesOf(collection, question.where).map(({ field, value }) => ({ [pathOf(field)]: { $eq: value } })),
    ...rangeOf(collection, question.range),
  ];
  return both(conditions);
}

/** The order of a query: by a field or by id, ties by id in the same direction, so that an index gives it without sorting. */
export function sortOf(collection: AnyCollection, sort: Question['sort']): [string, 1 | -1][] {
  const direction = sort?.descending === true ? -1 : 1;
  const paths = [...new Set([pathOf(insistOnIndex(collection, sort?.field ?? 'id')), 'id'])];
  return paths.map((path) => [path, direction]);
}

/** What comes after a cursor. Records without the field stand first: null sorts before numbers, and those before text. */
export function beyond(sort: Question['sort'], cursor: Cursor): Document {
  const descending = sort?.descending === true;
  const than = descending ? '$lt' : '$gt';
  const later = { id: { [than]: cursor.id } };
  if (cursor.field === 'id') return later;
  const path = pathOf(cursor.field);
  if (cursor.value === null) {
    const same = { [path]: { $eq: null }, ...later };
    return descending ? same : { $or: [same, { [path]: { $ne: null } }] };
  }
  // A comparison sees values of its own kind only: numbers don't compare with text, nor with what isn't there.
  const others = descending ? othersBefore(path, cursor.value) : othersAfter(path, cursor.value);
  return { $or: [{ [path]: { $eq: cursor.value }, ...later }, { [path]: { [than]: cursor.value } }, ...others] };
}

/** Several conditions as one. */
export function both(conditions: readonly Document[]): Document {
  return conditions.length === 0 ? {} : { $and: [...conditions] };
}

/** Where the value of a field lies in a document. */
export function pathOf(field: string): string {
  return field === 'id' ? 'id' : `f.${field}`;
}

function othersBefore(path: string, value: string | number): Document[] {
  const without = { [path]: { $eq: null } };
  return typeof value === 'string' ? [{ [path]: { $type: 'number' } }, without] : [without];
}

function othersAfter(path: string, value: string | number): Document[] {
  return typeof value === 'number' ? [{ [path]: { $type: 'string' } }] : [];
}

function rangeOf(collection: AnyCollection, range: Question['range']): Document[] {
  const checked = boundsOf(collection, range);
  if (checked === undefined) return [];
  const { field, from, below } = checked;
  const bounds = { ...(from !== undefined && { $gte: from }), ...(below !== undefined && { $lt: below }) };
  return [{ [pathOf(field)]: bounds }];
}
