import type { DeliveryTarget } from '../domain/delivery/delivery.js';
import { naturalId } from '../ids.js';

export interface DeliveryId {
  school: string;
  id: string;
}

/** The id of what leaves for a target under a key: one delivery for each, whatever revision. */
export function deliveryId(target: DeliveryTarget, key: string): string {
  return naturalId(target, key);
}

/** The id of the delivery's row on the worker's list, which holds all schools. */
export function dueRowId({ school, id }: DeliveryId): string {
  return `${school}.${id}`;
}

/** Whose delivery a row is. School ids hold no dot. */
export function deliveryOfRow(rowId: string): DeliveryId {
  const dot = rowId.indexOf('.');
  return { school: rowId.slice(0, dot), id: rowId.slice(dot + 1) };
}

/** The left side of a mail's Message-ID: the same for each try of a revision, and enough to know the delivery when the mail bounces. */
export function messageIdOf({ school, id }: DeliveryId, revision: number): string {
  return `${school}.${id}.${revision}`;
}

/** The delivery and revision that a Message-ID names, if it is one of ours. */
export function parseMessageId(text: string): (DeliveryId & { revision: number }) | undefined {
  const match = /^<?([\w-]+)\.([\w-]+)\.(\d{1,9})(?:@|$)/u.exec(text.trim());
  if (!match?.[1] || !match[2]) return undefined;
  return { school: match[1], id: match[2], revision: Number(match[3]) };
}
