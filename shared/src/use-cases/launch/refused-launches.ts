import { refusedLaunchesKept, unknownPlatform } from '../../domain/launch/refused-launch.js';
import type { LaunchStep, RefusedLaunch } from '../../domain/launch/refused-launch.js';
import { newId } from '../../ids.js';
import { isProblem, type Problem, type ProblemFacts } from '../../problem.js';
import { platforms, refusedLaunches } from '../../store/collections.js';
import { put, remove, type Store, type Stored } from '../../store/port.js';

export interface Refusal {
  problem: Problem;
  step: LaunchStep;
  /** Of the request: on the visitor's page and in the log. */
  reference: string;
  at: Date;
}

/** Keeps a refused launch for the school's administrator, and of each platform the newest only. */
export async function rememberRefusedLaunch(store: Store, { problem, step, reference, at }: Refusal): Promise<void> {
  const { platform, step: _step, ...facts } = problem.facts;
  const known = typeof platform === 'string' ? await store.get(platforms, { id: platform }) : undefined;
  const platformId = known?.id ?? unknownPlatform;
  const schoolId = known?.school ?? (await schoolOfIssuer(store, facts.issuer));
  const refused: RefusedLaunch = {
    ...(schoolId !== undefined && { schoolId }),
    platformId,
    at: at.toISOString(),
    step,
    code: problem.code,
    reference,
    facts: tellingFacts(facts),
  };
  const id = newId();
  await store.commit([put(refusedLaunches, { id }, refused, 0)]);
  await letGoOfOldest(store, platformId, id);
}

/** What a school's administrator may see, newest first: the launches of its own platforms, and those that said they were. */
export async function refusedLaunchesOf(
  store: Store,
  school: string,
  limit: number,
): Promise<readonly Stored<RefusedLaunch, 'installation'>[]> {
  const sort = { field: 'at', descending: true } as const;
  return (await store.find(refusedLaunches, { where: { schoolId: school }, sort, limit })).items;
}

/** Who typed a wrong client id still has an issuer. Where several schools share one, as in a cloud, it says nothing. */
async function schoolOfIssuer(store: Store, issuer: unknown): Promise<string | undefined> {
  if (typeof issuer !== 'string') return undefined;
  const { items } = await store.find(platforms, { where: { issuer }, limit: 500 });
  const schools = new Set(items.map(({ school }) => school));
  return schools.size === 1 ? items[0]?.school : undefined;
}

function tellingFacts(facts: ProblemFacts): RefusedLaunch['facts'] {
  const told = Object.entries(facts).flatMap(([name, value]): [string, string | number | boolean][] =>
    value === undefined ? [] : [[name, typeof value === 'string' ? value.slice(0, 255) : value]],
  );
  return Object.fromEntries(told);
}

/** Several refusals at once may leave a few more for a moment; the next one takes them along. */
async function letGoOfOldest(store: Store, platformId: string, newest: string): Promise<void> {
  const sort = { field: 'at', descending: true } as const;
  const { items } = await store.find(refusedLaunches, { where: { platformId }, sort, limit: refusedLaunchesKept * 2 });
  const old = items.filter(({ id }) => id !== newest).slice(refusedLaunchesKept - 1);
  if (old.length === 0) return;
  try {
    await store.commit(old.map((refused) => remove(refusedLaunches, refused)));
  } catch (error) {
    // Another request let go of the same ones.
    if (!isProblem(error, 'store/conflict')) throw error;
  }
}
