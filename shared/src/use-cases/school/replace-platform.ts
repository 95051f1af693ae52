import type { Platform } from '../../domain/school/school.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { courses, platforms } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, put, remove, type Store } from '../../store/port.js';
import { getPlatform, platformsOf, type StoredPlatform } from './keep-platforms.js';

interface Deps {
  store: Store;
  now: Clock;
}

/**
 * Lets a registration take the place of an older one of the same LMS, and lets it in: courses, links and work go on under the new client id, and the
 * old client id is no more. For an LMS where the tool was registered anew. The record of the old one stays and says from now on what the new one says,
 * for everything hangs on its id. Throws Problem `registration/cannot-replace` when it is another LMS, or when work was begun through the new one.
 */
export async function replacePlatform(
  { store, now }: Deps,
  { school, id, replaces, actor }: { school: string; id: string; replaces: string; actor: string },
): Promise<void> {
  await decideAgain(async () => {
    const [newer, older] = [await getPlatform(store, school, id), await getPlatform(store, school, replaces)];
    const reason = await reasonAgainst(store, newer, older);
    if (reason) throw new Problem('registration/cannot-replace', { platform: id, replaces, reason });
    const { id: _id, version: _version, ...told } = newer;
    const value: Platform = { ...told, state: 'active', createdAt: older.createdAt };
    const fact = { at: now().toISOString(), actor, action: 'platform/replaced', object: `platforms/${replaces}` };
    await store.commit([
      put(platforms, { id: replaces }, value, older.version),
      remove(platforms, newer),
      audit(school, fact),
    ]);
  });
}

/** The registrations whose place this one may take: of the same LMS, older, while nothing hangs on this one yet. */
export async function replaceableBy(store: Store, newer: StoredPlatform): Promise<readonly StoredPlatform[]> {
  const known = await platformsOf(store, newer.school);
  const older = known.filter(({ id, issuer }) => id !== newer.id && issuer === newer.issuer);
  return older.length > 0 && !(await hasCourses(store, newer)) ? older : [];
}

async function reasonAgainst(store: Store, newer: StoredPlatform, older: StoredPlatform): Promise<string | undefined> {
  if (newer.id === older.id) return 'same';
  // People are known by issuer and sub, courses by the ids of the LMS: of another LMS they would be others.
  if (newer.issuer !== older.issuer) return 'other-lms';
  return (await hasCourses(store, newer)) ? 'has-courses' : undefined;
}

async function hasCourses(store: Store, { school, id }: StoredPlatform): Promise<boolean> {
  return (await store.find(courses, { where: { school, platform: id }, limit: 1 })).items.length > 0;
}
