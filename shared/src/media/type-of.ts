import { fileTypeFromFile } from 'file-type';
import type { FileKind } from '../domain/evidence/limits.js';

export interface FileType {
  kind: FileKind;
  mediaType: string;
}

/**
 * What we take, by content. SVG, HTML and scripts have no signature and so no type. HEIC is left out: the image library reads only its
 * AVIF sibling (patents), and phones make a JPEG of it when a page asks for one.
 */
const kinds: Readonly<Record<string, FileType>> = {
  'image/jpeg': { kind: 'photo', mediaType: 'image/jpeg' },
  'image/png': { kind: 'photo', mediaType: 'image/png' },
  'image/webp': { kind: 'photo', mediaType: 'image/webp' },
  'image/avif': { kind: 'photo', mediaType: 'image/avif' },
  'video/mp4': { kind: 'video', mediaType: 'video/mp4' },
  'video/x-m4v': { kind: 'video', mediaType: 'video/mp4' },
  'video/quicktime': { kind: 'video', mediaType: 'video/quicktime' },
  'video/webm': { kind: 'video', mediaType: 'video/webm' },
  'application/pdf': { kind: 'document', mediaType: 'application/pdf' },
};

/** The type of a file by its first bytes; undefined for everything we don't take. */
export async function typeOf(path: string): Promise<FileType | undefined> {
  const found = await fileTypeFromFile(path).catch(() => undefined);
  return found && kinds[found.mime];
}
