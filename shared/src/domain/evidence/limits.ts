import type { EvidenceAsked, EvidenceKind } from '../activity/assignment.js';

/** What comes as a file; text is typed. */
export type FileKind = Exclude<EvidenceKind, 'text'>;
export const fileKinds = ['photo', 'video', 'document'] as const satisfies readonly FileKind[];

const megabyte = 1024 * 1024;

/** The largest file of each kind. */
export const maxFileBytes: Readonly<Record<FileKind, number>> = {
  photo: 25 * megabyte,
  video: 250 * megabyte,
  document: 25 * megabyte,
};

export const maxPhotoPixels = 50_000_000;
/** Photos are made to fit in a square of this side. */
export const maxPhotoSide = 2560;
/** Adding and removing without end would fill the disk: files that were removed count too. */
export const maxFilesEver = 60;
/** Uploads under way at once; one more lets go of the oldest. */
export const maxUploadsUnderWay = 4;
/** A piece of an upload: large enough to be few, small enough to send again on a bad line. */
export const maxPieceBytes = megabyte;
export const minPieceBytes = 64 * 1024;
/** An upload that nobody finished is let go after this. */
export const uploadKeptMs = 2 * 24 * 60 * 60_000;

export interface FileOffered {
  kind: FileKind;
  bytes: number;
}

/** Files of a work as they stand: those that are in it, and how many were ever added. */
export interface FilesPresent {
  present: readonly { kind: EvidenceKind }[];
  everAdded: number;
}

export type FileDecision =
  { kind: 'welcome' } | { kind: 'refused'; because: 'kind-not-asked' | 'too-large' | 'too-many' };

/** Decides whether one more file fits: of a kind that is asked, not larger than may be, and not more than were asked for. */
export function judgeFile(offered: FileOffered, asked: readonly EvidenceAsked[], files: FilesPresent): FileDecision {
  const wanted = asked.find(({ kind }) => kind === offered.kind);
  if (!wanted) return { kind: 'refused', because: 'kind-not-asked' };
  if (offered.bytes > maxFileBytes[offered.kind]) return { kind: 'refused', because: 'too-large' };
  const have = files.present.filter(({ kind }) => kind === offered.kind).length;
  if (have >= wanted.count || files.everAdded >= maxFilesEver) return { kind: 'refused', because: 'too-many' };
  return { kind: 'welcome' };
}
