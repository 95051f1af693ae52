import { Problem } from '@buitenboord/shared/problem.js';
import type { Platform } from '@buitenboord/shared/domain/school/school.js';
import { platforms } from '@buitenboord/shared/store/collections.js';
import type { Store, Stored } from '@buitenboord/shared/store/port.js';

export type KnownPlatform = Stored<Platform, 'installation'>;

interface Asked {
  issuer: string;
  /** Optional in the standard (Core §4.1.3), and telling when an issuer serves many schools. */
  clientId?: string;
  deployment?: string;
}

/**
 * Finds the one active registration that a login is about. A cloud LMS has one issuer for all its schools, and may have one client for
 * several: then the deployment decides. Throws a `launch/…` Problem when there is none or more than one.
 */
export async function findPlatform(store: Store, { issuer, clientId, deployment }: Asked): Promise<KnownPlatform> {
  const where = clientId === undefined ? { issuer } : { issuer, clientId };
  const { items: known } = await store.find(platforms, { where, limit: 500 });
  if (known.length === 0) throw new Problem('launch/unknown-platform', { issuer, clientId });
  const active = known.filter(({ state }) => state === 'active');
  if (active.length === 0) throw new Problem('launch/platform-not-active', { platform: known[0]?.id });
  const ours =
    active.length === 1 ? active : active.filter(({ deployments }) => deployments.includes(deployment ?? ''));
  const [platform, another] = ours;
  if (!platform || another) throw new Problem('launch/several-platforms', { issuer, registrations: active.length });
  return platform;
}
