import { naturalId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import type { Vault } from '../../ports/vault.js';
import { Problem } from '../../problem.js';
import type { OldKey } from '../../domain/school/school.js';
import { oldKeys } from '../../store/collections.js';
import { audit, put, remove, type Store, type Stored } from '../../store/port.js';

interface Deps {
  store: Store;
  vault: Vault;
  now: Clock;
}

const idOf = (consumerKey: string) => naturalId('lti11', consumerKey);
const boundTo = (school: string, id: string) => `oldKeys/${school}/${id}`;

/** Keeps a key of LTI 1.1 and its secret, so that launches can prove who somebody was. A known key gets the new secret. */
export async function addOldKey(
  { store, vault, now }: Deps,
  { school, consumerKey, secret, actor }: { school: string; consumerKey: string; secret: string; actor: string },
): Promise<void> {
  const id = idOf(consumerKey);
  const known = await store.get(oldKeys, { school, id });
  const at = now().toISOString();
  const value = { consumerKey, sealed: vault.seal(secret, boundTo(school, id)), addedBy: actor, addedAt: at };
  await store.commit([
    put(oldKeys, { school, id }, value, known?.version ?? 0),
    audit(school, { at, actor, action: 'old-key/added', object: `oldKeys/${id}` }),
  ]);
}

/** Forgets a key: from now on nothing is proven by it. What was proven stays. */
export async function removeOldKey(
  { store, now }: Pick<Deps, 'store' | 'now'>,
  { school, id, actor }: { school: string; id: string; actor: string },
): Promise<void> {
  const known = await store.get(oldKeys, { school, id });
  if (!known) throw new Problem('request/not-found', { key: id });
  const at = now().toISOString();
  await store.commit([
    remove(oldKeys, known),
    audit(school, { at, actor, action: 'old-key/removed', object: `oldKeys/${id}` }),
  ]);
}

export async function oldKeysOf(store: Store, school: string): Promise<readonly Stored<OldKey, 'school'>[]> {
  const { items } = await store.find(oldKeys, { where: { school }, limit: 500 });
  return items;
}

/** The secret of a key that the school entered; undefined for any other key. */
export async function findOldSecret(
  { store, vault }: Pick<Deps, 'store' | 'vault'>,
  school: string,
  consumerKey: string,
): Promise<Buffer | undefined> {
  const id = idOf(consumerKey);
  const known = await store.get(oldKeys, { school, id });
  return known && vault.open(known.sealed, boundTo(school, id));
}
