import type { SchoolKey } from '@buitenboord/shared/domain/school/school.js';
import { schoolKeys } from '@buitenboord/shared/store/collections.js';
import type { Store, Stored } from '@buitenboord/shared/store/port.js';

export type StoredKey = Stored<SchoolKey, 'school'>;

/** The key pairs a school has for messages, in the order they were made. */
export async function storedKeys(store: Store, school: string): Promise<readonly StoredKey[]> {
  const { items } = await store.find(schoolKeys, { where: { school, purpose: 'lti' } });
  return items.toSorted((one, other) => one.createdAt.localeCompare(other.createdAt));
}

/** The id that others know a key by. */
export function kidOf({ publicJwk, id }: StoredKey): string {
  return publicJwk?.kid ?? id;
}
