import { z } from 'zod';
import type { AnyCollection, Collection, Store } from '@buitenboord/shared/store/port.js';

/** What the contract needs of an adapter: a store that is empty, and ways around it that a test may have and the product not. */
export interface StoreHarness {
  store: Store;
  /** For a child process. */
  storeUrl: string;
  /** Opens the same records once more, as another process would. The harness closes it. */
  openAnother: () => Promise<Store>;
  /** Replaces a record's content behind the store's back; `undefined` takes the record away. */
  tamper: (
    collection: AnyCollection,
    key: { school?: string; id: string },
    content: object | undefined,
  ) => Promise<void>;
  dispose: () => Promise<void>;
}

/** Opens an empty store with the product's collections and these. */
export type OpenHarness = (more: readonly AnyCollection[]) => Promise<StoreHarness>;

const Thing = z.strictObject({
  owner: z.string(),
  label: z.string().optional(),
  rank: z.number().optional(),
  done: z.boolean().optional(),
  count: z.int().optional(),
  notes: z.unknown().optional(),
});
export type Thing = z.infer<typeof Thing>;

/** A collection with every kind of index. */
export const things: Collection<Thing, 'owner' | 'label' | 'rank' | 'done', 'school'> = {
  name: 'things',
  schemaVersion: 1,
  schema: Thing,
  indexed: ['owner', 'label', 'rank', 'done'],
  scope: 'school',
};

const Ticket = z.strictObject({ usedBy: z.string().optional(), expiresAt: z.string() });

/** A collection of the installation. */
export const tickets: Collection<z.infer<typeof Ticket>, 'expiresAt', 'installation'> = {
  name: 'tickets',
  schemaVersion: 1,
  schema: Ticket,
  indexed: ['expiresAt'],
  scope: 'installation',
};

export const aThing = (fields: Partial<Thing> = {}): Thing => ({ owner: 'sam', ...fields });

/** All that an async iterable gives. */
export async function gathered<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
