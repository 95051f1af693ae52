import type { NamedExpert } from '../../domain/assessment/named-expert.js';
import { newId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { namedExperts } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, put, type Store, type Stored } from '../../store/port.js';

interface Deps {
  store: Store;
  now: Clock;
}

type ExpertToName = Omit<NamedExpert, 'at' | 'withdrawnAt'> & { school: string };

/** Writes down that the board named somebody outside the staff for the school exam, on a day that has been. */
export async function nameExpert({ store, now }: Deps, { school, ...named }: ExpertToName): Promise<void> {
  const at = now().toISOString();
  if (named.namedOn > at.slice(0, 10)) throw new Problem('request/bad-input', { namedOn: named.namedOn });
  const id = newId();
  await store.commit([
    put(namedExperts, { school, id }, { ...named, at }, 0),
    audit(school, {
      at,
      actor: named.namedBy,
      action: 'assessment/expert-named',
      object: `namedExperts/${id}`,
      after: contentHash(named),
    }),
  ]);
}

/** Ends a naming from now on; what was settled before stays as it was. Again changes nothing. */
export async function withdrawExpert(
  { store, now }: Deps,
  { school, activity, expert, by }: { school: string; activity: string; expert: string; by: string },
): Promise<void> {
  await decideAgain(async () => {
    const found = await store.get(namedExperts, { school, id: expert });
    if (found?.activity !== activity) throw new Problem('request/not-found', { expert });
    if (found.withdrawnAt) return;
    const at = now().toISOString();
    await store.commit([
      change(namedExperts, found, { withdrawnAt: at }),
      audit(school, { at, actor: by, action: 'assessment/expert-withdrawn', object: `namedExperts/${expert}` }),
    ]);
  });
}

/** Everybody who was ever named for an activity, oldest first. */
export async function expertsOf(
  store: Store,
  { school, activity }: { school: string; activity: string },
): Promise<Stored<NamedExpert, 'school'>[]> {
  const { items } = await store.find(namedExperts, { where: { school, activity }, limit: 500 });
  return [...items].sort((one, other) => (one.at < other.at ? -1 : 1));
}
