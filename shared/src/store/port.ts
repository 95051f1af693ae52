import type { z } from 'zod';

/** A school's own records, or the few that are needed before the school is known (registrations, login states, links, due rows). */
export type Scope = 'school' | 'installation';

/** What an index can hold. */
export type IndexValue = string | number | boolean;

/** The fields of a record that can be looked up by. */
export type Indexable<T> = { [F in keyof T]-?: NonNullable<T[F]> extends IndexValue ? F : never }[keyof T] & string;

/** A kind of record: its shape, what it can be found by, and whose it is. A new kind is one entry in collections.ts; adapters stay as they are. */
export interface Collection<T, I extends string, S extends Scope> {
  readonly name: string;
  readonly schemaVersion: number;
  readonly schema: z.ZodType<T>;
  /** A record as an earlier schema version stored it, made into one of the present. Adapters do it once, when the store opens. */
  readonly upgrade?: (value: unknown, from: number) => unknown;
  readonly indexed: readonly I[];
  readonly scope: S;
}

export type Key<S extends Scope> = S extends 'school' ? { school: string; id: string } : { id: string };
export type Stored<T, S extends Scope = Scope> = Readonly<T> & Readonly<Key<S>> & { readonly version: number };

export type Where<T, I extends string, S extends Scope> = (S extends 'school' ? { school: string } : object) & {
  [F in I & keyof T]?: NonNullable<T[F]>;
};

export interface Query<T, I extends string, S extends Scope> {
  /** Equality on indexed fields; a school's collection insists on the school. */
  where: Where<T, I, S>;
  /** At most one range, `from` included, `below` excluded. */
  range?: { field: I | 'id'; from?: string | number; below?: string | number };
  /** Default: by id, ascending. Ties are broken by id, so that pages are stable while rows are added. */
  sort?: { field: I | 'id'; descending?: boolean };
  /** At most 500; default 100. */
  limit?: number;
  /** `next` of the page before. */
  after?: string;
}

export interface Page<R> {
  readonly items: readonly R[];
  readonly next?: string;
}

/** A fact for the append-only chain of a school: who did what to which object, before and after as hashes, no content. */
export interface AuditFact {
  at: string;
  /** Person id, or `company:…`, `command`, `system`. */
  actor: string;
  action: string;
  /** Collection and id. */
  object: string;
  before?: string;
  after?: string;
}

export type Write =
  | { kind: 'put'; collection: AnyCollection; key: { school?: string; id: string }; value: unknown; seen: number }
  | { kind: 'remove'; collection: AnyCollection; key: { school?: string; id: string }; seen: number }
  | { kind: 'audit'; school: string; fact: AuditFact };

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list of writes mixes collections of every shape
export type AnyCollection = Collection<any, string, Scope>;

/**
 * Puts a record. `seen` is the version the decision was based on (0 = it must not exist yet); the stored version becomes `seen + 1`.
 */
export function put<T, I extends string, S extends Scope>(
  collection: Collection<T, I, S>,
  key: Key<S>,
  value: T,
  seen: number,
): Write {
  return { kind: 'put', collection, key, value, seen };
}

/** Changes some fields of a record as it was read. */
export function change<T, I extends string, S extends Scope>(
  collection: Collection<T, I, S>,
  stored: Stored<T, S>,
  fields: Partial<T>,
): Write {
  const { id, version, ...rest } = stored as Stored<T, S> & { school?: string };
  const school = collection.scope === 'school' ? rest.school : undefined;
  if (collection.scope === 'school') delete rest.school;
  const key = school === undefined ? { id } : { school, id };
  return { kind: 'put', collection, key, value: { ...rest, ...fields }, seen: version };
}

export function remove<T, I extends string, S extends Scope>(
  collection: Collection<T, I, S>,
  stored: Stored<T, S>,
): Write {
  const { id, version } = stored;
  const school = collection.scope === 'school' ? (stored as { school?: string }).school : undefined;
  return { kind: 'remove', collection, key: school === undefined ? { id } : { school, id }, seen: version };
}

/** Appends to the school's hash chain, in the same commit as what it records. */
export function audit(school: string, fact: AuditFact): Write {
  return { kind: 'audit', school, fact };
}

/** One store for everything. Durable: what `commit` acknowledged survives a kill and a power cut. */
export interface Store {
  /** The record, or undefined. */
  get<T, I extends string, S extends Scope>(
    collection: Collection<T, I, S>,
    key: Key<S>,
  ): Promise<Stored<T, S> | undefined>;
  /** One page of records. Deterministic while rows are added. */
  find<T, I extends string, S extends Scope>(
    collection: Collection<T, I, S>,
    query: Query<T, I, S>,
  ): Promise<Page<Stored<T, S>>>;
  /** All records that match, page by page, for long lists. */
  each<T, I extends string, S extends Scope>(
    collection: Collection<T, I, S>,
    query: Omit<Query<T, I, S>, 'limit' | 'after'>,
  ): AsyncIterable<Stored<T, S>>;
  /** All writes or none. Throws Problem `store/conflict` when a version is not the one seen; nothing is written then. */
  commit(writes: readonly Write[]): Promise<void>;
  /** Deletes all records that match, for retention and expiry; answers how many. */
  forget<T, I extends string, S extends Scope>(
    collection: Collection<T, I, S>,
    query: Pick<Query<T, I, S>, 'where' | 'range'>,
  ): Promise<number>;
  close(): Promise<void>;
}
