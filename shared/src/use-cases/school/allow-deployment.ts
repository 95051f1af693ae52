import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { refusedLaunches } from '../../store/collections.js';
import type { Store } from '../../store/port.js';
import { changePlatformRules } from './platform-rules.js';

/**
 * Lets launches in from the deployment that a launch was refused for: another place in the same LMS. That launch was signed by the platform, so that
 * it is one of its own. Answers the platform; throws Problem `platform/unknown` when there is no such launch at this school.
 */
export async function allowRefusedDeployment(
  deps: { store: Store; now: Clock },
  { school, refusal, actor }: { school: string; refusal: string; actor: string },
): Promise<string> {
  const refused = await deps.store.get(refusedLaunches, { id: refusal });
  const deployment = refused?.facts.deployment;
  const isOurs = refused?.schoolId === school && refused.step === 'deploymentIsKnown';
  if (!refused || !isOurs || typeof deployment !== 'string') throw new Problem('platform/unknown', { refusal });
  await changePlatformRules(deps, { school, id: refused.platformId, deployment, actor });
  return refused.platformId;
}
