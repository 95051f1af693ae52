import type { Delivery, DeliveryReason } from '../domain/delivery/delivery.js';
import { Problem } from '../problem.js';
import { deliveries, dueRows } from '../store/collections.js';
import { decideAgain } from '../store/decide-again.js';
import { change, put, remove, type Store, type Stored, type Write } from '../store/port.js';
import { dueRowId } from './delivery-id.js';
import { deliveryFact } from './held-delivery.js';
import { intendDelivery } from './intend.js';

// What a person can do about a delivery that did not arrive. Each says whether it changed anything, so that a second click is no error.

interface Deps {
  store: Store;
  now: () => Date;
}

export interface DeliveryChoice {
  school: string;
  /** The delivery's id. */
  delivery: string;
  /** Who chose: a person's id. */
  by: string;
}

/** Tries again what was parked, rejected or left in doubt; what waits for its turn goes now. The revision and its time stay. */
export function retryDelivery(deps: Deps, choice: DeliveryChoice): Promise<boolean> {
  return decide(deps, choice, async (delivery, at) => {
    if (isAtRest(delivery)) return [];
    const unsure = delivery.target === 'gradebook' && delivery.unsure;
    const fresh = { state: 'ready', attempts: 0, unsure, openSince: at, reason: undefined, detail: undefined } as const;
    return [...changed(delivery, fresh, choice.by, at, 'retried'), await dueNow(deps.store, delivery, at)];
  });
}

/** Puts an open delivery aside by a person's word. */
export function parkDelivery(deps: Deps, choice: DeliveryChoice & { reason: DeliveryReason }): Promise<boolean> {
  return decide(deps, choice, async (delivery, at) => {
    if (isAtRest(delivery) || delivery.state === 'parked') return [];
    const aside = { state: 'parked', reason: choice.reason } as const;
    return [...changed(delivery, aside, choice.by, at), ...(await notDue(deps.store, delivery))];
  });
}

/** Leaves what stands in the LMS: it is known now, so that a next revision of ours may go over it, as long as it doesn't change again. */
export function acceptFound(deps: Deps, choice: DeliveryChoice): Promise<boolean> {
  return decide(deps, choice, async (delivery, at) => {
    if (!isChangedInLms(delivery)) return [];
    const left: Partial<Delivery> = { state: 'withdrawn', earlierTenths: [delivery.foundTenths ?? null] };
    return [...changed(delivery, left, choice.by, at), ...(await notDue(deps.store, delivery))];
  });
}

/** Ours goes over what was found in the LMS: a new revision that may replace exactly that. */
export function sendAgain(deps: Deps, choice: DeliveryChoice): Promise<boolean> {
  return decide(deps, choice, async (delivery, at) => {
    if (!isChangedInLms(delivery) || delivery.payload.target !== 'gradebook') return [];
    const { target, key, activity, student } = delivery;
    const writes = await intendDelivery(deps.store, {
      school: choice.school,
      target,
      key,
      payload: { ...delivery.payload, overwriteFound: true },
      ...(activity !== undefined && { activity }),
      ...(student !== undefined && { student }),
      at: new Date(at),
    });
    const after: Delivery = { ...delivery, revision: delivery.revision + 1, state: 'ready' };
    return [...writes, deliveryFact(delivery, after, choice.by, at, 'sent-again')];
  });
}

type Decision = (delivery: Stored<Delivery, 'school'>, at: string) => Promise<Write[]>;

function decide(deps: Deps, choice: DeliveryChoice, decision: Decision): Promise<boolean> {
  return decideAgain(() => decideOnce(deps, choice, decision));
}

async function decideOnce(
  { store, now }: Deps,
  { school, delivery: id }: DeliveryChoice,
  decision: Decision,
): Promise<boolean> {
  const delivery = await store.get(deliveries, { school, id });
  if (!delivery) throw new Problem('request/not-found', { delivery: id });
  const writes = await decision(delivery, now().toISOString());
  if (writes.length > 0) await store.commit(writes);
  return writes.length > 0;
}

function changed(
  delivery: Stored<Delivery, 'school'>,
  fields: Partial<Delivery>,
  by: string,
  at: string,
  action?: string,
): Write[] {
  const after = { ...delivery, ...fields, stateAt: at };
  return [change(deliveries, delivery, { ...fields, stateAt: at }), deliveryFact(delivery, after, by, at, action)];
}

/** Nothing to try again: it arrived, or somebody chose otherwise. */
function isAtRest({ state }: Delivery): boolean {
  return state === 'confirmed' || state === 'registered' || state === 'withdrawn' || state === 'received';
}

function isChangedInLms({ state, reason }: Delivery): boolean {
  return state === 'rejected' && reason === 'changed-in-lms';
}

/** Also when a worker holds it: the new version and the missing token make that worker a late finisher. */
async function dueNow(store: Store, delivery: Stored<Delivery, 'school'>, at: string): Promise<Write> {
  const id = dueRowId(delivery);
  const row = await store.get(dueRows, { id });
  return put(dueRows, { id }, { school: delivery.school, target: delivery.target, dueAt: at }, row?.version ?? 0);
}

async function notDue(store: Store, delivery: Stored<Delivery, 'school'>): Promise<Write[]> {
  const row = await store.get(dueRows, { id: dueRowId(delivery) });
  return row ? [remove(dueRows, row)] : [];
}
