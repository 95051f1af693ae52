import { join } from 'node:path';
import { Problem } from '../../problem.js';
import type { BlobName } from './blob-format.js';

/** No dot, no slash, no NUL: a path outside the school's folder can't be written with these. */
const schoolPattern = /^[A-Za-z0-9_-]{1,64}$/u;
const sha256Pattern = /^[0-9a-f]{64}$/u;

/** Where files grow before they have a name. A dot, so that no school can be called that. */
export function temporaryFolder(directory: string): string {
  return join(directory, '.temporary');
}

/** Throws Problem `request/not-found` for what can't be a school. */
export function insistOnSchool(school: string): void {
  if (!schoolPattern.test(school)) throw new Problem('request/not-found', { kind: 'school' });
}

/** The folders of a blob from the outermost to its own, and its file. Throws Problem `request/not-found` for what can't be a school or a name. */
export function blobPlace(
  directory: string,
  { school, sha256 }: BlobName,
): { folders: readonly string[]; path: string } {
  insistOnSchool(school);
  if (!sha256Pattern.test(sha256)) throw new Problem('request/not-found', { kind: 'blob' });
  const ofSchool = join(directory, school);
  // 256 folders per school, so that none holds a hundred thousand files.
  const folder = join(ofSchool, sha256.slice(0, 2));
  return { folders: [directory, ofSchool, folder], path: join(folder, sha256) };
}
