import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import type { GrantRole } from '@buitenboord/shared/domain/people/person.js';
import type { Visit } from '@buitenboord/shared/domain/visit/visit.js';
import { hashOf } from '@buitenboord/shared/ids.js';
import { isProblem, Problem } from '@buitenboord/shared/problem.js';
import { grants, visits } from '@buitenboord/shared/store/collections.js';
import { change, type Store, type Stored } from '@buitenboord/shared/store/port.js';
import { visitSecret } from './visit-cookie.js';

export interface VisitDeps {
  store: Store;
  now: () => Date;
}

/** A visit's address names its school too: the store is never asked without one. */
const VisitAddress = z.string().regex(/^([\w-]{22})\.([\w-]{22})$/u);
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

/** The visit in the address, when this browser holds its cookie and it isn't over. */
export async function openVisit(deps: VisitDeps, req: Request): Promise<Stored<Visit, 'school'>> {
  const address = addressOf(req);
  const visit = await deps.store.get(visits, { school: schoolOf(req), id: address });
  if (!visit) throw new Problem('visit/unknown');
  const secret = visitSecret(req, visit.id);
  if (secret === undefined || !sameHash(hashOf(secret), visit.cookie))
    throw new Problem('visit/other-browser', { visit: visit.id });
  const now = deps.now().getTime();
  const idle = now - Date.parse(visit.seenAt);
  if (visit.endedAt || now >= Date.parse(visit.expiresAt) || idle > idleMs)
    throw new Problem('visit/expired', { visit: visit.id });
  if (idle > seenEveryMs) await markSeen(deps, visit);
  return visit;
}

// Two requests may note it at once; one of them is enough.
async function markSeen(deps: VisitDeps, visit: Stored<Visit, 'school'>): Promise<void> {
  try {
    await deps.store.commit([change(visits, visit, { seenAt: deps.now().toISOString() })]);
  } catch (error) {
    if (!isProblem(error, 'store/conflict')) throw error;
  }
}

function sameHash(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The grants the school gave to the visitor. Who comes in as a student has none there, whatever she is elsewhere. */
export async function grantsOf(store: Store, visit: Stored<Visit, 'school'>): Promise<ReadonlySet<GrantRole>> {
  if (visit.roles.includes('student') && !visit.roles.includes('teacher')) return new Set();
  const { items } = await store.find(grants, {
    where: { school: visit.school, person: visit.person, state: 'granted' },
  });
  return new Set(items.map((grant) => grant.role));
}
