import { signingKeyOf, stateOfKey } from '@buitenboord/shared/domain/school/key-life.js';
import { refusedLaunchesOf } from '@buitenboord/shared/use-cases/launch/refused-launches.js';
import { platformsOf } from '@buitenboord/shared/use-cases/school/keep-platforms.js';
import { lastLaunchThrough } from '@buitenboord/shared/use-cases/school/platform-courses.js';
import { platformHealth } from '@buitenboord/shared/use-cases/school/platform-health.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { storedKeys } from '../lti/stored-keys.js';
import type { AdminPageDeps } from './admin-page-deps.js';
import type { KeyView } from './key-section.js';
import { platformName } from './platform-name.js';
import type { PlatformRow } from './platform-section.js';
import type { RefusalView } from './refusal-list.js';
import { toRefusals } from './to-refusals.js';

type Deps = Pick<AdminPageDeps, 'store' | 'now'>;

const dayMs = 24 * 60 * 60_000;
const recentDays = 7;
/** As many as are kept of a few platforms. */
const refusalsRead = 500;

/** The platforms of a school in a few lines each, and what was refused outside of them. */
export async function platformRows(
  { store, now }: Deps,
  school: string,
  text: Text,
): Promise<{ platforms: PlatformRow[]; unknownRefusals: RefusalView[] }> {
  const [health, known, refused] = await Promise.all([
    platformHealth(store, school),
    platformsOf(store, school),
    refusedLaunchesOf(store, school, refusalsRead),
  ]);
  const since = new Date(now().getTime() - recentDays * dayMs).toISOString();
  const recent = refused.filter(({ at }) => at >= since);
  const ids = new Set(known.map(({ id }) => id));
  const platforms = known.map(async (platform): Promise<PlatformRow> => {
    const { id, clientId, state } = platform;
    return {
      id,
      name: platformName(text, platform),
      clientId,
      state,
      lastLaunch: await lastLaunchThrough(store, school, id),
      ...(health.get(id) ?? { courses: 0, waiting: 0, stuck: 0 }),
      refused: recent.filter(({ platformId }) => platformId === id).length,
    };
  });
  return {
    platforms: await Promise.all(platforms),
    unknownRefusals: toRefusals(recent.filter(({ platformId }) => !ids.has(platformId))),
  };
}

/** How old the school's key is, and whether another is ready. */
export async function keyView({ store, now }: Deps, school: string): Promise<KeyView> {
  const keys = await storedKeys(store, school);
  const nowMs = now().getTime();
  const signing = signingKeyOf(keys, nowMs);
  const days = signing && Math.max(0, Math.floor((nowMs - Date.parse(signing.createdAt)) / dayMs));
  return { days, nextFrom: keys.find((key) => stateOfKey(key, keys, nowMs) === 'coming')?.signsFrom };
}
