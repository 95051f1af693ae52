import type { Request } from 'express';
import { z } from 'zod';
import type { GrantRole } from '@buitenboord/shared/domain/people/person.js';
import type { Visit } from '@buitenboord/shared/domain/visit/visit.js';
import { isProblem, Problem } from '@buitenboord/shared/problem.js';
import { grants, visits } from '@buitenboord/shared/store/collections.js';
import { change, type Store, type Stored } from '@buitenboord/shared/store/port.js';

export interface VisitDeps {
  store: Store;
  now: () => Date;
}

/** A visit's address names its school too: the store is never asked without one. */
export const VisitAddress = z.string().regex(/^([\w-]{22})\.([\w-]{22})$/u);
const idleMs = 2 * 60 * 60_000;
const seenEveryMs = 10 * 60_000;

function addressOf(req: Request): string {
  const address = VisitAddress.safeParse(req.params.visit);
  if (!address.success) throw new Problem('visit/unknown');
  return address.data;
}

/** The school in a visit's address. Nothing says yet that the visit exists. */
export function schoolOf(req: Request): string {
  return addressOf(req).split('.', 1)[0] ?? '';
}

type StoredVisit = Stored<Visit, 'school'>;

/** The visit in the address, or Problem `visit/unknown`. Nothing says yet whose it is. */
export async function visitOf(store: Store, req: Request): Promise<StoredVisit> {
  return visitAt(store, addressOf(req));
}

/** The visit with this id, or Problem `visit/unknown`. Nothing says yet whose it is. */
export async function visitAt(store: Store, id: string): Promise<StoredVisit> {
  const visit = await store.get(visits, { school: id.split('.', 1)[0] ?? '', id });
  if (!visit) throw new Problem('visit/unknown');
  return visit;
}

/** Throws `visit/someone-else` or `visit/expired` when the visit is over. */
export function insistOnLiving(visit: StoredVisit, now: Date): void {
  if (visit.endedAt) throw new Problem('visit/someone-else', { visit: visit.id });
  const isOld = now.getTime() >= Date.parse(visit.expiresAt) || now.getTime() - Date.parse(visit.seenAt) > idleMs;
  if (isOld) throw new Problem('visit/expired', { visit: visit.id });
}

/** Notes now and then that somebody is there. Two requests may note it at once; one of them is enough. */
export async function noteSeen({ store, now }: VisitDeps, visit: StoredVisit): Promise<void> {
  if (now().getTime() - Date.parse(visit.seenAt) <= seenEveryMs) return;
  try {
    await store.commit([change(visits, visit, { seenAt: now().toISOString() })]);
  } catch (error) {
    if (!isProblem(error, 'store/conflict')) throw error;
  }
}

/** The grants the school gave to the visitor. Who comes in as a student has none there, whatever she is elsewhere. */
export async function grantsOf(store: Store, visit: StoredVisit): Promise<ReadonlySet<GrantRole>> {
  if (visit.roles.includes('student') && !visit.roles.includes('teacher')) return new Set();
  const { items } = await store.find(grants, {
    where: { school: visit.school, person: visit.person, state: 'granted' },
  });
  return new Set(items.map((grant) => grant.role));
}
