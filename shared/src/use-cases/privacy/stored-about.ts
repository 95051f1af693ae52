import { naturalId } from '../../ids.js';
import { collections } from '../../store/collections.js';
import { cataloguedFields, personalFields, type Category } from '../../store/data-catalogue.js';
import type { AnyCollection, Store } from '../../store/port.js';

/** A kind of record, and how many of them are about somebody. */
export interface StoredKind {
  collection: string;
  /** The most telling of what it holds. */
  category: Category;
  count: number;
}

/** What tells most of a person comes first. */
const tellingMost: readonly Category[] = ['judgement', 'work', 'contact', 'identity', 'reference'];

/** Every kind of record that holds something about people, by the catalogue. */
export function personalKinds(): Omit<StoredKind, 'count'>[] {
  const names = [...new Set(personalFields().map(({ collection }) => collection))];
  return names.map((collection) => ({ collection, category: mostTelling(collection) }));
}

function mostTelling(collection: string): Category {
  const held = cataloguedFields().filter((field) => field.collection === collection);
  return tellingMost.find((category) => held.some((field) => field.category === category)) ?? 'technical';
}

/**
 * How much is stored about a person of the school, by kind of record; kinds without anything are left out. The catalogue says which fields
 * point at people: a new kind of record is counted as soon as it is in there, when it can be looked up by such a field.
 */
export async function storedAbout(store: Store, school: string, person: string): Promise<StoredKind[]> {
  const kinds = await Promise.all(
    personalKinds().map(async (kind) => ({ ...kind, count: await countAbout(store, school, kind.collection, person) })),
  );
  return kinds.filter(({ count }) => count > 0);
}

/** The person of an identity; undefined for somebody who was never here. */
export async function personCalled(
  store: Store,
  { school, issuer, subject }: { school: string; issuer: string; subject: string },
): Promise<string | undefined> {
  const identity = await store.get(collections.identities, { school, id: naturalId('lti', issuer, subject) });
  return identity?.person;
}

async function countAbout(store: Store, school: string, name: string, person: string): Promise<number> {
  if (name === 'people') return (await store.get(collections.people, { school, id: person })) ? 1 : 0;
  const collection = (collections as Readonly<Record<string, AnyCollection>>)[name];
  if (collection?.scope !== 'school') return 0;
  const pointing = cataloguedFields().filter(
    (field) => field.collection === name && field.category === 'reference' && collection.indexed.includes(field.field),
  );
  const found = new Set<string>();
  for (const { field } of pointing) {
    // Which fields are indexed is known at run time only: the list of collections holds every shape.
    const where = { school, [field]: field === 'object' ? `people/${person}` : person };
    for await (const record of store.each(collection, { where })) found.add((record as { id: string }).id);
  }
  return found.size;
}
