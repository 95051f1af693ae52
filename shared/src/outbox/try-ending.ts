import type { Delivery, DeliveryReason } from '../domain/delivery/delivery.js';
import { backoffMs, givesUpAfterMs } from './backoff.js';
import type { Ending } from './held-delivery.js';

export interface Delay {
  reason: DeliveryReason;
  detail: string;
  retryAfterMs?: number;
}

interface Moment {
  now: () => Date;
  random: () => number;
}

/** Tries again later, up to seven days; then a person has to look. */
export function tryLater(deps: Moment, delivery: Delivery, delay: Delay, fields: Partial<Delivery> = {}): Ending {
  const openMs = deps.now().getTime() - Date.parse(delivery.openSince ?? delivery.revisionAt);
  if (openMs > givesUpAfterMs) return parked('gave-up', `${delay.reason}: ${delay.detail}`, fields);
  const waitMs = backoffMs(delivery.attempts, deps.random(), delay.retryAfterMs);
  return {
    fields: { ...fields, reason: delay.reason, detail: shortDetail(delay.detail) },
    dueAt: new Date(deps.now().getTime() + waitMs).toISOString(),
  };
}

/** Puts it aside with a reason that a person can act on. */
export function parked(reason: DeliveryReason, detail?: string, fields: Partial<Delivery> = {}): Ending {
  return {
    fields: { ...fields, state: 'parked', reason, detail: detail === undefined ? undefined : shortDetail(detail) },
  };
}

export function shortDetail(detail: string): string {
  return detail.slice(0, 500);
}
