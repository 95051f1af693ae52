import type { Platform } from '../../domain/school/school.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { platforms } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, type Store } from '../../store/port.js';

type Rules = Pick<Platform, 'deployments' | 'signingAlgorithm' | 'anonymousLaunches'>;

export interface RulesToChange extends Partial<Pick<Platform, 'signingAlgorithm' | 'anonymousLaunches'>> {
  school: string;
  id: string;
  actor: string;
  /** One more. */
  deployment?: string;
}

/** Changes what a launch of this platform is checked against; what isn't named stays. Answers the rules as they are now. */
export async function changePlatformRules({ store, now }: { store: Store; now: Clock }, input: RulesToChange) {
  const { school, id, actor, deployment, ...told } = input;
  return decideAgain(async (): Promise<Rules> => {
    const platform = await store.get(platforms, { id });
    if (platform?.school !== school) throw new Problem('platform/unknown', { platform: id });
    const deployments = [...new Set([...platform.deployments, ...(deployment === undefined ? [] : [deployment])])];
    const rules = { ...told, deployments };
    const unchanged = Object.entries(rules).every(
      ([name, value]) => JSON.stringify(platform[name as keyof Rules]) === JSON.stringify(value),
    );
    if (unchanged) return platform;
    const fact = { at: now().toISOString(), actor, action: 'platform/changed', object: `platforms/${id}` };
    await store.commit([change(platforms, platform, rules), audit(school, fact)]);
    return { ...platform, ...rules };
  });
}
