import type { Platform } from '@buitenboord/shared/domain/school/school.js';
import { platforms } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';

/** The school's platforms that somebody confirmed and nobody removed: they let people in, and may show the school's pages. */
export async function activePlatforms(store: Store, school: string): Promise<readonly (Platform & { id: string })[]> {
  return (await store.find(platforms, { where: { school, state: 'active' }, limit: 50 })).items;
}

/**
 * Clouds with one issuer for all schools show us on each school's own host, which no registration names. A school's own domain in front of such a
 * cloud isn't among them: its activities open in a new window.
 */
const cloudOrigins: Readonly<Record<string, string>> = {
  'https://canvas.instructure.com': 'https://*.instructure.com',
  'https://schoology.schoology.com': 'https://*.schoology.com',
  'https://blackboard.com': 'https://*.blackboard.com',
};

/** The origins that may show this school's pages in a frame: its own platforms, and nobody else. */
export function originsOf(active: readonly Pick<Platform, 'issuer' | 'authUrl'>[]): string[] {
  return [
    ...new Set(
      active.flatMap(({ issuer, authUrl }) => [
        ...[issuer, authUrl].flatMap(originOf),
        ...(Object.hasOwn(cloudOrigins, issuer) ? [cloudOrigins[issuer] ?? ''] : []),
      ]),
    ),
  ];
}

// An issuer is a name and needn't be an address.
function originOf(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const { protocol, origin } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? [origin] : [];
}
