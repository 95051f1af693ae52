import type { Platform } from '../../domain/school/school.js';
import { naturalId, newId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { platforms } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, put, type Store, type Stored } from '../../store/port.js';
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
  /** Absent: nobody comes in before one is let in. */
  deployment?: string;
  authUrl: string;
  tokenUrl: string;
  jwksUrl: string;
  audience?: string;
  product: string;
  /** Who can run commands is trusted; what comes by a page waits for its yes. */
  state?: 'active' | 'pending';
}

/**
 * Adds a platform by hand. A registration that exists gets the deployment beside the ones it has, and the addresses as they are given now; one that
 * is let in already stays so.
 */
export async function addPlatform(
  { store, now }: Deps,
  input: PlatformToAdd,
): Promise<{ id: string; outcome: 'added' | 'changed' | 'unchanged' }> {
  await getSchool(store, input.school);
  return decideAgain(async () => {
    const { school, actor, deployment, state = 'active', ...addresses } = input;
    const { id, known } = await placeForRegistration(store, school, input);
    const at = now().toISOString();
    const deployments = [
      ...new Set([...(known?.deployments ?? []), ...(deployment === undefined ? [] : [deployment])]),
    ];
    const platform: Platform = {
      ...addresses,
      school,
      deployments,
      state: known?.state === 'active' ? 'active' : state,
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

/**
 * Where a registration of this school is kept, and what stands there. A client id belongs to one school. The id follows from issuer and client, so
 * that two at once make one; unless that place is taken by a registration that came in the place of another (see replacePlatform).
 */
export async function placeForRegistration(
  store: Store,
  school: string,
  { issuer, clientId }: Pick<Platform, 'issuer' | 'clientId'>,
): Promise<{ id: string; known: StoredPlatform | undefined }> {
  const { items } = await store.find(platforms, { where: { issuer, clientId }, limit: 1 });
  const known = items[0];
  if (known && known.school !== school)
    throw new Problem('registration/exists-for-other-school', { platform: known.id });
  if (known) return { id: known.id, known };
  const id = naturalId(issuer, clientId);
  return { id: (await store.get(platforms, { id })) ? newId() : id, known: undefined };
}

/** Lets launches from a platform in: one that was registered and waits, or one that was switched off. A person of the school said so. */
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

/** The platforms of a school, oldest first. */
export async function platformsOf(store: Store, school: string): Promise<StoredPlatform[]> {
  const { items } = await store.find(platforms, { where: { school }, limit: 500 });
  return [...items].sort((one, other) => one.createdAt.localeCompare(other.createdAt));
}

/** A platform of this school; one of another school doesn't exist here. */
export async function getPlatform(store: Store, school: string, id: string): Promise<StoredPlatform> {
  const platform = await store.get(platforms, { id });
  if (platform?.school !== school) throw new Problem('platform/unknown', { platform: id });
  return platform;
}
