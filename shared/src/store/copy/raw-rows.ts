import type { AnyCollection } from '../port.js';

/** A record as it lies in a store, whatever the store: what a copy moves. */
export interface RawRow {
  school?: string;
  id: string;
  version: number;
  schemaVersion: number;
  body: string;
}

/** One end of a copy: a store's records as they lie there. Nothing of a record is looked into. */
export interface RawRows {
  /** Every row of a collection, of one school where it has schools and one was named, in the same order at both ends. */
  read(collection: AnyCollection, school: string | undefined): AsyncIterable<RawRow>;
  /** Puts rows there as they are, over what stands there under the same key. All or none of them. */
  write(collection: AnyCollection, rows: readonly RawRow[]): Promise<void>;
  close(): Promise<void>;
}

/** The key of a row as text, for finding it again. */
export function keyOfRow({ school, id }: RawRow): string {
  return JSON.stringify([school ?? null, id]);
}
