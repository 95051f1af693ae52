import type { z } from 'zod';
import type { collections } from '../collections.js';

/** What kind of knowledge a field holds. The first five are about a person. */
export const categories = [
  /** Says who somebody is: a name, a number, an identity in another system. */
  'identity',
  /** Reaches somebody: an address. */
  'contact',
  /** Points at a person by our random id. */
  'reference',
  /** What a student made, wrote or did, and when. */
  'work',
  /** What somebody thinks of a student's work, and grades. */
  'judgement',
  /** The school's own content: assignments, programmes, courses. */
  'school',
  /** About a company, not about a person there. */
  'company',
  /** Keys, and hashes of secrets. */
  'secret',
  /** Keeps the machinery going; says nothing about anybody. */
  'technical',
] as const;
export type Category = (typeof categories)[number];

export const personalCategories: readonly Category[] = ['identity', 'contact', 'reference', 'work', 'judgement'];

/** A field: what it holds, and what for. */
export type Entry = readonly [category: Category, purpose: string];

export type CollectionName = keyof typeof collections;

type RecordOf<N extends CollectionName> = z.infer<(typeof collections)[N]['schema']>;

/** Every field of every one of these collections: one that isn't named doesn't compile, nor does one that isn't there. */
export type CatalogueOf<N extends CollectionName> = {
  readonly [C in N]: { readonly [F in keyof RecordOf<C>]-?: Entry };
};
