import type { Delivery, DeliveryPayload, DeliveryTarget, DueRow } from '../domain/delivery/delivery.js';
import { deliveries, dueRows } from '../store/collections.js';
import { put, type Store, type Stored, type Write } from '../store/port.js';
import { deliveryId, dueRowId } from './delivery-id.js';
import { nothingYet } from './grade-verdict.js';

export interface DeliveryIntention {
  school: string;
  target: DeliveryTarget;
  /** What it is about: the newest revision under one key wins. */
  key: string;
  payload: DeliveryPayload;
  activity?: string;
  student?: string;
  at: Date;
}

/**
 * The writes with which a use case lets something leave, for its own commit: what it decided and that it must leave are stored together or not at all.
 * Nothing when the same payload stands confirmed or is on its way. On `store/conflict` ask again: the worker may have written meanwhile.
 */
export async function intendDelivery(store: Store, intention: DeliveryIntention): Promise<Write[]> {
  const key = { school: intention.school, id: deliveryId(intention.target, intention.key) };
  const previous = await store.get(deliveries, key);
  if (previous && saysTheSame(previous, intention.payload)) return [];
  const row = await store.get(dueRows, { id: dueRowId(key) });
  return [
    put(deliveries, key, nextRevision(previous, intention), previous?.version ?? 0),
    put(dueRows, { id: dueRowId(key) }, dueRow(row, intention), row?.version ?? 0),
  ];
}

function saysTheSame(previous: Delivery, payload: DeliveryPayload): boolean {
  const settled = ['ready', 'sent', 'received', 'registered', 'confirmed'].includes(previous.state);
  return settled && contentOf(previous.payload) === contentOf(payload);
}

/** `overwriteFound` says how, not what. */
function contentOf(payload: DeliveryPayload): string {
  const fields = Object.entries(payload).filter(([name]) => name !== 'overwriteFound');
  return JSON.stringify(Object.fromEntries(fields.sort(([one], [other]) => (one < other ? -1 : 1))));
}

function nextRevision(previous: Stored<Delivery, 'school'> | undefined, intention: DeliveryIntention): Delivery {
  const { target, key, payload, activity, student, at } = intention;
  return {
    target,
    key,
    ...(activity !== undefined && { activity }),
    ...(student !== undefined && { student }),
    revision: (previous?.revision ?? 0) + 1,
    revisionAt: revisionMoment(previous, at),
    payload,
    state: 'ready',
    attempts: 0,
    // A request of the revision before may still be under way.
    unsure: previous?.target === 'gradebook' && previous.unsure,
    confirmedRevision: previous?.confirmedRevision ?? 0,
    ...(previous && target === 'gradebook' && { earlierTenths: earlierTenths(previous, payload) }),
    ...(previous?.saidRemark !== undefined && { saidRemark: previous.saidRemark }),
    openSince: at.toISOString(),
    stateAt: at.toISOString(),
  };
}

/** Moodle compares timestamps in whole seconds and refuses an equal one (recording `ags-scores`): revisions lie at least a second apart. */
function revisionMoment(previous: Delivery | undefined, at: Date): string {
  const earliest = previous ? Date.parse(previous.revisionAt) + 1_000 : 0;
  return new Date(Math.max(at.getTime(), earliest)).toISOString();
}

function earlierTenths(previous: Delivery, payload: DeliveryPayload): (number | null)[] {
  const before = previous.payload.target === 'gradebook' ? previous.payload.tenths : null;
  if (previous.state === 'confirmed') return [before];
  const standing = new Set<number | null>(previous.earlierTenths ?? nothingYet);
  if (mayHaveLeft(previous)) standing.add(before);
  // What the teacher saw is what may be overwritten: a change that she hasn't seen still stops us.
  const overwrites = payload.target === 'gradebook' && payload.overwriteFound === true;
  if (overwrites && previous.reason === 'changed-in-lms') standing.add(previous.foundTenths ?? null);
  return [...standing];
}

function mayHaveLeft(previous: Delivery): boolean {
  return previous.unsure || previous.state === 'sent' || previous.state === 'received';
}

/** A row that a worker holds stays its own, so that two requests for one key are never under way; the new version tells it to look again. */
function dueRow(row: Stored<DueRow, 'installation'> | undefined, { school, target, at }: DeliveryIntention): DueRow {
  const now = at.toISOString();
  const held = row?.lease !== undefined && row.dueAt > now;
  return { school, target, dueAt: held ? row.dueAt : now, ...(held && { lease: row.lease }) };
}
