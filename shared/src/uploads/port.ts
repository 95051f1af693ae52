/** A whole file in the clear, for as long as it takes to look at it, in a folder of its own: what is made of it may stand beside it. */
export interface WholeFile {
  path: string;
  bytes: number;
  /** Hex. */
  sha256: string;
  /** What lies at `path`, or at another path in its folder. */
  read(path: string): AsyncIterable<Uint8Array>;
  /** Removes the folder. */
  discard(): Promise<void>;
}

/** Files that arrive in pieces. What a piece holds is kept encrypted; how far an upload is, is a record in the store. */
export interface PartialFiles {
  /** Keeps a whole piece durably (fsync, then rename). A piece at the same offset is replaced: its sender never heard that it had arrived. */
  keep(upload: string, offset: number, piece: Uint8Array): Promise<void>;
  /** Joins the pieces up to `bytes`. Throws Problem `evidence/incomplete` when one is missing. */
  join(upload: string, bytes: number): Promise<WholeFile>;
  /** Removing what is not there is fine. */
  remove(upload: string): Promise<void>;
  /** Removes what nobody touched since; answers how many. For a housekeeping round, now and then. */
  sweep(before: Date): Promise<number>;
}
