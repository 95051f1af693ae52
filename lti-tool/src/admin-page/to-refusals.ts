import type { RefusedLaunch } from '@buitenboord/shared/domain/launch/refused-launch.js';
import type { RefusalView } from './refusal-list.js';

type KnownRefusal = RefusedLaunch & { id: string };

/** Different reasons that are shown; a class that launches in vain is one of them. */
const shownReasons = 10;

/** What an administrator may want to compare with what stands in the LMS. */
const telling: readonly string[] = [
  'deployment',
  'issuer',
  'clientId',
  'parameter',
  'claim',
  'reason',
  'status',
  'host',
  'type',
  'secondsAgo',
  'secondsAhead',
  'error',
];

/** Refused launches as they are shown: the same reason once, newest first. `deployments`: those that are let in already. */
export function toRefusals(refused: readonly KnownRefusal[], deployments: readonly string[] = []): RefusalView[] {
  const byReason = new Map<string, KnownRefusal[]>();
  for (const refusal of refused) {
    const { step, code, facts } = refusal;
    const reason = JSON.stringify([step, code, facts.deployment, facts.clientId, facts.claim]);
    byReason.set(reason, [...(byReason.get(reason) ?? []), refusal]);
  }
  return [...byReason.values()].slice(0, shownReasons).flatMap((same) => toRefusal(same, deployments));
}

function toRefusal([newest, ...others]: readonly KnownRefusal[], deployments: readonly string[]): RefusalView[] {
  if (!newest) return [];
  const { id, at, step, code, reference, facts } = newest;
  const { deployment } = facts;
  const asked = code === 'launch/unknown-deployment' && typeof deployment === 'string' ? deployment : undefined;
  const allowed = asked !== undefined && deployments.includes(asked);
  return [
    {
      id,
      at,
      step,
      code,
      reference,
      times: others.length + 1,
      facts: Object.entries(facts).flatMap(([name, value]): [string, string][] =>
        telling.includes(name) ? [[name, String(value)]] : [],
      ),
      ...(allowed && { allowed }),
      ...(asked !== undefined && !allowed && { deployment: asked }),
    },
  ];
}
