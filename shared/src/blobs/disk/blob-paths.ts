import { join } from 'node:path';
import { insistOnName, type BlobName } from '../sealed/blob-format.js';

/** Where files grow before they have a name. A dot, so that no school can be called that. */
export function temporaryFolder(directory: string): string {
  return join(directory, '.temporary');
}

/** The folders of a blob from the outermost to its own, and its file. Throws Problem `request/not-found` for what can't be a school or a name. */
export function blobPlace(
  directory: string,
  { school, sha256 }: BlobName,
): { folders: readonly string[]; path: string } {
  insistOnName({ school, sha256 });
  const ofSchool = join(directory, school);
  // 256 folders per school, so that none holds a hundred thousand files.
  const folder = join(ofSchool, sha256.slice(0, 2));
  return { folders: [directory, ofSchool, folder], path: join(folder, sha256) };
}
