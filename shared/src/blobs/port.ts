import type { Readable } from 'node:stream';

export interface StoredBlob {
  /** SHA-256 of the content, hex: the blob's name. */
  sha256: string;
  bytes: number;
}

/** Files, named by their content, encrypted per school. A blob is there whole or not at all. */
export interface Blobs {
  /** Stores a stream durably (fsync, then rename). The same content twice is one blob. */
  put(school: string, content: AsyncIterable<Uint8Array>): Promise<StoredBlob>;
  /** The content from `from` up to and including `to` (default: all). Throws Problem `request/not-found` or an error when the file was changed on disk. */
  open(school: string, sha256: string, range?: { from: number; to: number }): Promise<Readable>;
  has(school: string, sha256: string): Promise<boolean>;
  /** The names of all blobs of a school, for copying. */
  names(school: string): AsyncIterable<string>;
  /** For retention only. Removing what is not there is fine. */
  remove(school: string, sha256: string): Promise<void>;
}

/** The key of a school's files, 256 bits. */
export type KeyOf = (school: string) => Promise<Buffer>;

/** Where the files of all schools lie. */
export interface BlobPlace {
  blobs(keyOf: KeyOf): Blobs;
  /** Removes what a crash left half-written more than a day ago; answers how many. */
  sweep(now: Date): Promise<number>;
  close(): Promise<void>;
}
