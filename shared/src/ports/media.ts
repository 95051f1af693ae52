import type { EvidenceKind } from '../domain/activity/assignment.js';

/** A received file on disk, whole and verified. */
export interface ReceivedFile {
  path: string;
  bytes: number;
}

/** What a file turned out to be, made safe to show. Paths are temporary: the caller stores and removes them. */
export interface PreparedMedia {
  kind: EvidenceKind;
  mediaType: string;
  path: string;
  thumbnail?: Uint8Array;
  width?: number;
  height?: number;
}

/** Judges a file by its content and makes it safe to show: no EXIF, no GPS, no scripts. Throws Problem `evidence/…`. */
export interface Media {
  prepare(file: ReceivedFile, asked: EvidenceKind): Promise<PreparedMedia>;
}
