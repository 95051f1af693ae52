import { Problem } from '../../problem.js';

/** What the disk does to us, and no caller can mend: full, quota used up, failing, read-only, too many open files. */
const diskRefusals = ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EMFILE', 'ENFILE'];

/** True for an error of the operating system with one of these codes. */
export function isSystemError(error: unknown, ...codes: readonly string[]): error is NodeJS.ErrnoException {
  return typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));
}

/** Throws Problem `store/unavailable` where the disk doesn't take or give, and everything else as it was. */
export function throwForDisk(error: unknown): never {
  if (isSystemError(error, ...diskRefusals))
    throw new Problem('store/unavailable', { disk: error.code }, { cause: error });
  throw error;
}
