import type { Clock } from '../../ports/clock.js';
import { platforms } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, remove, type Store } from '../../store/port.js';
import { getPlatform } from './keep-platforms.js';

interface Deps {
  store: Store;
  now: Clock;
}

interface PlatformToEnd {
  school: string;
  id: string;
  actor: string;
}

/** Switches a platform off: nobody comes in through it, and whoever was in is out. Confirming switches it on again. Again changes nothing. */
export async function deactivatePlatform({ store, now }: Deps, { school, id, actor }: PlatformToEnd): Promise<void> {
  await decideAgain(async () => {
    const platform = await getPlatform(store, school, id);
    if (platform.state === 'inactive') return;
    const fact = { at: now().toISOString(), actor, action: 'platform/deactivated', object: `platforms/${id}` };
    await store.commit([change(platforms, platform, { state: 'inactive' }), audit(school, fact)]);
  });
}

/** Forgets a platform: nobody comes in through it any more, and what is on its way to it stays behind. Courses, work and grades stay. */
export async function removePlatform({ store, now }: Deps, { school, id, actor }: PlatformToEnd): Promise<void> {
  await decideAgain(async () => {
    const platform = await getPlatform(store, school, id);
    const fact = { at: now().toISOString(), actor, action: 'platform/removed', object: `platforms/${id}` };
    await store.commit([remove(platforms, platform), audit(school, fact)]);
  });
}
