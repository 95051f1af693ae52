import { EJSON, type Document } from 'bson';
import { Query } from 'mingo';
import { noRule } from './refusal.js';

/** What may stand in a filter. The store needs no more, and what it doesn't need is refused rather than played badly. */
const operators = new Set(['$and', '$or', '$eq', '$ne', '$gt', '$gte', '$lt', '$in', '$type']);

/** Whether a document matches, by the manual's query operators. */
export function matcherOf(filter: Document): (document: Document) => boolean {
  insistOnOperators(filter);
  const query = new Query(filter);
  const schools = schoolsOf(filter);
  // First what is cheap to see: most of a collection is another school's.
  return (document) => schools.every((school) => document.school === school) && query.test(document);
}

function schoolsOf(filter: Document): unknown[] {
  const parts = [filter, ...((filter.$and ?? []) as Document[])];
  return parts.flatMap(({ school }) => (school === undefined ? [] : [(school as Document).$eq as unknown]));
}

function insistOnOperators(part: unknown): void {
  if (Array.isArray(part)) part.forEach(insistOnOperators);
  else if (part !== null && typeof part === 'object' && Object.getPrototypeOf(part) === Object.prototype) {
    for (const [name, value] of Object.entries(part)) {
      if (name.startsWith('$') && !operators.has(name)) throw noRule(`the operator ${name}`);
      insistOnOperators(value);
    }
  }
}

/** The text of an _id, so that equal values of one type are one key. */
export function keyOf(id: unknown): string {
  return EJSON.stringify({ id }, { relaxed: false });
}

/** The value at a path; a field that isn't there is null, as in an index (manual, "Query for Null or Missing Fields"). */
export function valueAt(document: Document, path: string): unknown {
  const value = path.split('.').reduce<unknown>((inner, name) => (inner as Document | undefined)?.[name], document);
  return value ?? null;
}

/** Orders by a sort specification, with the manual's "BSON Comparison Order": null, numbers, text by its bytes. */
export function comparerOf(sort: Document): (one: Document, other: Document) => number {
  const fields = sort instanceof Map ? [...(sort as Map<string, number>)] : Object.entries(sort);
  return (one, other) => {
    for (const [path, direction] of fields) {
      const order = compare(valueAt(one, path), valueAt(other, path));
      if (order !== 0) return order * direction;
    }
    return 0;
  };
}

function compare(one: unknown, other: unknown): number {
  const [first, second] = [rankOf(one), rankOf(other)];
  if (first !== second) return first - second;
  if (typeof one === 'string') return Buffer.compare(Buffer.from(one), Buffer.from(other as string));
  if (typeof one === 'number') return one - (other as number);
  return 0;
}

function rankOf(value: unknown): number {
  if (value === null) return 0;
  if (typeof value === 'number') return 1;
  if (typeof value === 'string') return 2;
  throw noRule('sorting by a value of this type');
}

/** A document after `$set` of whole fields. */
export function afterUpdate(document: Document, update: Document): Document {
  const names = Object.keys(update);
  if (names.length !== 1 || names[0] !== '$set') throw noRule(`an update with ${names.join(', ')}`);
  const fields = update.$set as Document;
  if (Object.keys(fields).some((name) => name.includes('.'))) throw noRule('an update of a path');
  return { ...document, ...fields };
}
