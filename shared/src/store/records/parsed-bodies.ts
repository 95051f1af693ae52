import type { AnyCollection } from '../port.js';

/** Several classes' worth of records, a few megabytes. */
const keptPerCollection = 1000;
/** A long text is rare, and would push out many short ones. */
const longestKept = 8192;

/**
 * What a stored text says, checked against its schema, and remembered: a class that opens the same page reads the same records again and again. By the
 * text itself, so that nothing can be out of date; frozen, because many readers get the same value. Throws what the schema throws.
 */
export function createParsedBodies(): (collection: AnyCollection, body: string) => object {
  const known = new Map<AnyCollection, Map<string, object>>();
  return (collection, body) => {
    if (body.length > longestKept) return parsed(collection, body);
    const texts = known.get(collection) ?? new Map<string, object>();
    known.set(collection, texts);
    const value = texts.get(body) ?? frozen(parsed(collection, body));
    // Deleted first, so that the text read longest ago stands in front.
    texts.delete(body);
    texts.set(body, value);
    if (texts.size > keptPerCollection) texts.delete(texts.keys().next().value ?? body);
    return value;
  };
}

function parsed(collection: AnyCollection, body: string): object {
  return collection.schema.parse(JSON.parse(body)) as object;
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
