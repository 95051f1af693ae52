import { randomBytes } from 'node:crypto';
import type { Clock } from '../ports/clock.js';
import type { Vault } from '../ports/vault.js';
import { schoolKeys } from '../store/collections.js';
import { decideAgain } from '../store/decide-again.js';
import { put, type Store } from '../store/port.js';

interface Deps {
  store: Store;
  vault: Vault;
  now: Clock;
}

/** The record's id: one key for files per school, so that two first uploads at once can't make two. */
const id = 'files';

/** The key of a school's files (256 bits), made at its first use. Without it the school's files are unreadable for good. */
export function fileKeyOf(deps: Deps, school: string): Promise<Buffer> {
  const boundTo = `schoolKeys/${school}/${id}`;
  return decideAgain(async () => {
    const known = await deps.store.get(schoolKeys, { school, id });
    if (known !== undefined) return deps.vault.open(known.sealed, boundTo);
    const key = randomBytes(32);
    const createdAt = deps.now().toISOString();
    await deps.store.commit([
      put(schoolKeys, { school, id }, { purpose: 'files', sealed: deps.vault.seal(key, boundTo), createdAt }, 0),
    ]);
    return key;
  });
}
