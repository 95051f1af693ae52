import type { Grant, GrantRole } from '../../domain/people/person.js';
import { naturalId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { grants, people } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, put, type Store, type Stored } from '../../store/port.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface GrantDecision {
  school: string;
  person: string;
  role: GrantRole;
  actor: string;
}

export type StoredGrant = Stored<Grant, 'school'>;

/** The id of a grant: a person has a role once. */
export function grantId(person: string, role: GrantRole): string {
  return naturalId('grant', person, role);
}

/** Gives a person a role at the school. Again changes nothing. */
export async function giveGrant(deps: Deps, decision: GrantDecision): Promise<void> {
  await decide(deps, decision, 'granted', () => undefined);
}

/** Takes a role away, or turns down who asked for it. */
export async function withdrawGrant(deps: Deps, decision: GrantDecision): Promise<void> {
  await decide(deps, decision, 'withdrawn', (known) => {
    if (!known) throw new Problem('grant/unknown', { person: decision.person, role: decision.role });
  });
}

/** Asks for a role: somebody of the school decides. Who has it already keeps it. */
export async function askGrant(deps: Deps, { school, person, role }: Omit<GrantDecision, 'actor'>): Promise<void> {
  const known = await deps.store.get(grants, { school, id: grantId(person, role) });
  if (known?.state === 'granted') return;
  await decide(deps, { school, person, role, actor: person }, 'asked', () => undefined);
}

async function decide(
  { store, now }: Deps,
  { school, person, role, actor }: GrantDecision,
  state: Grant['state'],
  insist: (known: StoredGrant | undefined) => void,
): Promise<void> {
  const id = grantId(person, role);
  await decideAgain(async () => {
    if (!(await store.get(people, { school, id: person }))) throw new Problem('grant/unknown', { person });
    const known = await store.get(grants, { school, id });
    insist(known);
    if (known?.state === state) return;
    const at = now().toISOString();
    const value: Grant = { person, role, state, ...(state !== 'asked' && { decidedBy: actor }), at };
    const fact = { at, actor, action: `grant/${state}`, object: `grants/${id}` };
    await store.commit([put(grants, { school, id }, value, known?.version ?? 0), audit(school, fact)]);
  });
}

/** The grants of a school that are asked for or given, oldest first. */
export async function grantsOfSchool(store: Store, school: string): Promise<StoredGrant[]> {
  const found: StoredGrant[] = [];
  for await (const grant of store.each(grants, { where: { school } }))
    if (grant.state !== 'withdrawn') found.push(grant);
  return found.sort((one, other) => one.at.localeCompare(other.at));
}

/** Whether anybody administers the school yet. */
export async function hasAdministrator(store: Store, school: string): Promise<boolean> {
  const where = { school, role: 'schoolAdministrator', state: 'granted' } as const;
  return (await store.find(grants, { where, limit: 1 })).items.length > 0;
}
