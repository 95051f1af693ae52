import type { Platform } from '../../domain/school/school.js';
import { naturalId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { platforms } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, put, remove, type Store, type Stored } from '../../store/port.js';
import { getSchool } from './add-school.js';

interface Deps {
  store: Store;
  now: Clock;
}

export type StoredPlatform = Stored<Platform, 'installation'>;

export interface PlatformToAdd {
  school: string;
  actor: string;
  issuer: string;
  clientId: string;
  deployment: string;
  authUrl: string;
  tokenUrl: string;
  jwksUrl: string;
  product: string;
}

/**
 * Adds a platform by hand, active at once: who can run commands is trusted. A registration that exists gets the deployment beside the ones it has, and
 * the addresses as they are given now.
 */
export async function addPlatform(
  { store, now }: Deps,
  input: PlatformToAdd,
): Promise<{ id: string; outcome: 'added' | 'changed' | 'unchanged' }> {
  await getSchool(store, input.school);
  return decideAgain(async () => {
    const { school, actor, deployment, ...addresses } = input;
    const id = naturalId(input.issuer, input.clientId);
    const known = await store.get(platforms, { id });
    if (known && known.school !== school) throw new Problem('registration/exists-for-other-school', { platform: id });
    const at = now().toISOString();
    const deployments = [...new Set([...(known?.deployments ?? []), deployment])];
    const platform: Platform = {
      ...addresses,
      school,
      deployments,
      state: 'active',
      ...(known?.signingAlgorithm && { signingAlgorithm: known.signingAlgorithm }),
      ...(known?.anonymousLaunches && { anonymousLaunches: known.anonymousLaunches }),
      createdAt: known?.createdAt ?? at,
    };
    if (known && saysTheSame(known, platform)) return { id, outcome: 'unchanged' };
    const fact = { at, actor, action: known ? 'platform/changed' : 'platform/added', object: `platforms/${id}` };
    await store.commit([put(platforms, { id }, platform, known?.version ?? 0), audit(school, fact)]);
    return { id, outcome: known ? 'changed' : 'added' };
  });
}

function saysTheSame(known: StoredPlatform, platform: Platform): boolean {
  const keys = Object.keys(platform) as (keyof Platform)[];
  return keys.every((key) => JSON.stringify(known[key]) === JSON.stringify(platform[key]));
}

/** Lets launches from a registered platform in. A person of the school said so. Again changes nothing. */
export async function confirmPlatform(
  { store, now }: Deps,
  { school, id, actor }: { school: string; id: string; actor: string },
): Promise<void> {
  await decideAgain(async () => {
    const platform = await getPlatform(store, school, id);
    if (platform.state === 'active') return;
    const fact = { at: now().toISOString(), actor, action: 'platform/confirmed', object: `platforms/${id}` };
    await store.commit([change(platforms, platform, { state: 'active' }), audit(school, fact)]);
  });
}

/** Forgets a platform: nobody comes in through it any more. Courses, work and grades stay. */
export async function removePlatform(
  { store, now }: Deps,
  { school, id, actor }: { school: string; id: string; actor: string },
): Promise<void> {
  await decideAgain(async () => {
    const platform = await getPlatform(store, school, id);
    const fact = { at: now().toISOString(), actor, action: 'platform/removed', object: `platforms/${id}` };
    await store.commit([remove(platforms, platform), audit(school, fact)]);
  });
}

/** The platforms of a school, oldest first. */
export async function platformsOf(store: Store, school: string): Promise<StoredPlatform[]> {
  const { items } = await store.find(platforms, { where: { school }, limit: 500 });
  return [...items].sort((one, other) => one.createdAt.localeCompare(other.createdAt));
}

/** A platform of this school; one of another school doesn't exist here. */
async function getPlatform(store: Store, school: string, id: string): Promise<StoredPlatform> {
  const platform = await store.get(platforms, { id });
  if (platform?.school !== school) throw new Problem('platform/unknown', { platform: id });
  return platform;
}
