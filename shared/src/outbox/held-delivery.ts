import type { Delivery, DueRow } from '../domain/delivery/delivery.js';
import { isProblem } from '../problem.js';
import { contentHash } from '../store/audit.js';
import { deliveries, dueRows } from '../store/collections.js';
import { audit, change, remove, type Store, type Stored, type Write } from '../store/port.js';
import { deliveryOfRow } from './delivery-id.js';
import { leaseMs, type LeaseWatch } from './lease-watch.js';

export interface LeaseDeps {
  store: Store;
  now: () => Date;
  newId: () => string;
  /** How long a lease is; a minute when absent. */
  leaseMs?: number;
  /** When another's lease may be taken over; as soon as the clock says so when absent. */
  leaseWatch?: LeaseWatch;
}

/** A delivery that this worker alone may write, as long as nobody took the row over. */
export interface Held {
  school: string;
  delivery: Stored<Delivery, 'school'>;
  row: Stored<DueRow, 'installation'>;
}

/** What comes of a try. `also` is asked at each attempt to commit, because what it is based on may have changed. */
export interface Ending {
  fields: Partial<Delivery>;
  /** When to try again; absent = there is nothing more to do. */
  dueAt?: string;
  also?: () => Promise<Write[]>;
}

/** Takes a due row: the version decides between two workers, the token tells them apart afterwards. Undefined when somebody else has it. */
export async function takeRow(
  deps: LeaseDeps,
  due: Stored<DueRow, 'installation'>,
  worker: string,
): Promise<Held | undefined> {
  if (deps.leaseWatch && !deps.leaseWatch.mayTake(due)) return undefined;
  const lease = { lease: `${worker}:${deps.newId()}`, dueAt: leaseEnd(deps) };
  if (!(await commitUnlessConflict(deps.store, [change(dueRows, due, lease)]))) return undefined;
  const row = { ...due, ...lease, version: due.version + 1 };
  const key = deliveryOfRow(due.id);
  const delivery = await deps.store.get(deliveries, key);
  if (delivery && isOpen(delivery)) return { school: key.school, delivery, row };
  await commitUnlessConflict(deps.store, [remove(dueRows, row)]);
  return undefined;
}

function isOpen({ state, target }: Delivery): boolean {
  if (state === 'ready' || state === 'sent') return true;
  return target === 'gradebook' && (state === 'received' || state === 'unknown');
}

/** Stores a step before it is taken. Throws `store/conflict` when the delivery or the lease is no longer what this worker thinks it is. */
export async function saveStep(deps: LeaseDeps, held: Held, fields: Partial<Delivery>): Promise<Held> {
  const lease = { dueAt: leaseEnd(deps) };
  const step = { ...fields, stateAt: deps.now().toISOString() };
  await deps.store.commit([change(deliveries, held.delivery, step), change(dueRows, held.row, lease)]);
  return {
    school: held.school,
    delivery: { ...held.delivery, ...step, version: held.delivery.version + 1 },
    row: { ...held.row, ...lease, version: held.row.version + 1 },
  };
}

/** Stores what came of a try, if the lease is still this worker's. A late finisher, or one overtaken by a newer revision, changes nothing. */
export async function endTry(deps: LeaseDeps, held: Held, ending: Ending): Promise<boolean> {
  let current = held;
  for (let tries = 1; tries <= 3; tries += 1) {
    const also = (await ending.also?.()) ?? [];
    if (await commitUnlessConflict(deps.store, [...endingWrites(deps, current, ending), ...also])) return true;
    const again = await holdAgain(deps, held);
    if (again?.delivery.revision !== held.delivery.revision) break;
    current = again;
  }
  await release(deps, held);
  return false;
}

/** Gives a row back at once, for whoever comes next. */
export async function release(deps: LeaseDeps, held: Held): Promise<void> {
  const current = await holdAgain(deps, held);
  if (!current) return;
  const free = { dueAt: deps.now().toISOString(), lease: undefined };
  await commitUnlessConflict(deps.store, [change(dueRows, current.row, free)]);
}

/** The delivery and its row as they stand now, if the row still carries this worker's token. */
export async function holdAgain({ store }: LeaseDeps, held: Held): Promise<Held | undefined> {
  const row = await store.get(dueRows, { id: held.row.id });
  const delivery = await store.get(deliveries, { school: held.school, id: held.delivery.id });
  return row && delivery && row.lease === held.row.lease ? { school: held.school, delivery, row } : undefined;
}

function endingWrites(deps: LeaseDeps, held: Held, { fields, dueAt }: Ending): Write[] {
  const at = deps.now().toISOString();
  const after = { ...held.delivery, ...fields, stateAt: at };
  const outcome = change(deliveries, held.delivery, { ...fields, stateAt: at });
  if (dueAt !== undefined) return [outcome, change(dueRows, held.row, { dueAt, lease: undefined })];
  return [outcome, remove(dueRows, held.row), deliveryFact(held.delivery, after, 'system', at)];
}

/** The audit fact of a delivery that came to an end, or that a person decided about. */
export function deliveryFact(
  before: Stored<Delivery, 'school'>,
  after: Delivery,
  actor: string,
  at: string,
  action: string = after.state,
): Write {
  return audit(before.school, {
    at,
    actor,
    action: `delivery/${action}`,
    object: `deliveries/${before.id}`,
    before: hashOfDelivery(before),
    after: hashOfDelivery(after),
  });
}

function hashOfDelivery({ revision, revisionAt, payload, state, reason, foundTenths }: Delivery): string {
  return contentHash([revision, revisionAt, payload, state, reason ?? null, foundTenths ?? null]);
}

async function commitUnlessConflict(store: Store, writes: readonly Write[]): Promise<boolean> {
  try {
    await store.commit(writes);
    return true;
  } catch (error) {
    if (isProblem(error, 'store/conflict')) return false;
    throw error;
  }
}

function leaseEnd(deps: Pick<LeaseDeps, 'now' | 'leaseMs'>): string {
  return new Date(deps.now().getTime() + (deps.leaseMs ?? leaseMs)).toISOString();
}
