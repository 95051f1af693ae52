import type { DeliveryTarget, DueRow } from '../domain/delivery/delivery.js';
import { isProblem } from '../problem.js';
import { dueRows, schools } from '../store/collections.js';
import type { Store, Stored } from '../store/port.js';
import { deliverGrade, type GradeDeps, type Tried } from './deliver-grade.js';
import { deliverMail, type MailDeps } from './deliver-mail.js';
import { endTry, holdAgain, release, takeRow, type Held } from './held-delivery.js';
import type { SchoolPace } from './school-pace.js';
import { tryLater } from './try-ending.js';

export interface OutboxDeps extends GradeDeps, MailDeps {
  pace?: SchoolPace;
  /** For the log: an error that is no answer of anyone outside. The delivery is tried again. */
  report?: (error: unknown) => void;
}

/** What one worker works through at a time: a target of a school. A platform that hangs holds up itself alone. */
export interface Lane {
  school: string;
  target: DeliveryTarget;
}

export interface Round {
  tried: number;
  /** Confirmed grades and accepted mails. */
  delivered: number;
}

export interface Worker {
  worker: string;
  /** False once the worker has to stop: what is under way is finished, nothing new is taken. */
  mayTake?: () => boolean;
}

const rowsPerRound = 20;
const atOnce = 4;

/** One round over everything that is due: each school's lanes side by side, a limited number from each. */
export async function deliverDue(deps: OutboxDeps, worker: Worker): Promise<Round> {
  const lanes = await lanesWithDueRows(deps.store, deps.now());
  const rounds = await Promise.all(lanes.map((lane) => deliverLane(deps, lane, worker)));
  return {
    tried: rounds.reduce((sum, round) => sum + round.tried, 0),
    delivered: rounds.reduce((sum, round) => sum + round.delivered, 0),
  };
}

/** Which schools have something due, for which targets. When there is more than a page of it, every school is asked: none may hide behind another. */
export async function lanesWithDueRows(store: Store, now: Date): Promise<Lane[]> {
  const page = await store.find(dueRows, { where: {}, range: dueBy(now), sort: { field: 'dueAt' }, limit: 500 });
  const lanes = new Map(
    page.items.map((row) => [`${row.school} ${row.target}`, { school: row.school, target: row.target }]),
  );
  if (page.next === undefined) return [...lanes.values()];
  for await (const { id: school } of store.each(schools, { where: {} })) {
    lanes.set(`${school} gradebook`, { school, target: 'gradebook' }).set(`${school} mail`, { school, target: 'mail' });
  }
  return [...lanes.values()];
}

/** One round of one lane, oldest first, a few at a time. */
export async function deliverLane(deps: OutboxDeps, lane: Lane, worker: Worker): Promise<Round> {
  const range = dueBy(deps.now());
  const { items } = await deps.store.find(dueRows, {
    where: { ...lane },
    range,
    sort: { field: 'dueAt' },
    limit: rowsPerRound,
  });
  const allowed = deps.pace?.take(lane.school, items.length, deps.now()) ?? items.length;
  const rows = items.slice(0, allowed);
  const round: Round = { tried: 0, delivered: 0 };
  const workThrough = async () => {
    for (let row = rows.shift(); row && (worker.mayTake?.() ?? true); row = rows.shift()) {
      const result = await deliverRow(deps, row, worker.worker);
      if (result !== 'taken-by-another') round.tried += 1;
      if (result === 'delivered') round.delivered += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, workThrough));
  return round;
}

type RowResult = 'taken-by-another' | 'delivered' | 'open' | 'ended';

async function deliverRow(deps: OutboxDeps, row: Stored<DueRow, 'installation'>, worker: string): Promise<RowResult> {
  const held = await takeRow(deps, row, worker);
  if (!held) return 'taken-by-another';
  try {
    const { held: last, ending } = await tryOnce(deps, held);
    const stored = await endTry(deps, last, ending);
    if (!stored || ending.dueAt !== undefined) return 'open';
    return ending.fields.state === 'confirmed' || ending.fields.state === 'received' ? 'delivered' : 'ended';
  } catch (error) {
    // Overtaken: by a newer revision, by a person, or by another worker after the lease ran out.
    if (isProblem(error, 'store/conflict')) await release(deps, held);
    else await postpone(deps, held, error);
    return 'open';
  }
}

function tryOnce(deps: OutboxDeps, held: Held): Promise<Tried> {
  const { payload } = held.delivery;
  switch (payload.target) {
    case 'gradebook':
      return deliverGrade(deps, held, payload);
    case 'mail':
      return deliverMail(deps, held, payload);
  }
}

/** A bug or a failing store must not stop the others, nor try this one without end: it waits its turn, and counts as an attempt. */
async function postpone(deps: OutboxDeps, held: Held, error: unknown): Promise<void> {
  deps.report?.(error);
  const current = await holdAgain(deps, held);
  if (!current) return;
  const { delivery } = current;
  const delay = {
    reason: delivery.reason ?? 'gave-up',
    detail: error instanceof Error ? error.name : 'error',
  } as const;
  await endTry(deps, current, tryLater(deps, delivery, delay, { attempts: delivery.attempts + 1 }));
}

/** Rows that are due, or whose lease ran out. */
function dueBy(now: Date): { field: 'dueAt'; below: string } {
  return { field: 'dueAt', below: new Date(now.getTime() + 1).toISOString() };
}
