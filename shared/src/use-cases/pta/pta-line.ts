import type { Pta } from '../../domain/pta/pta.js';
import type { PtaOutline } from '../../domain/pta/pta-outline.js';
import { naturalId } from '../../ids.js';
import { ptas } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';

export type StoredPta = Stored<Pta, 'school'>;

/** The line of a programme: its versions share cohort, leerweg, school year and subject. */
export function lineOf({ cohort, leerweg, schoolYear, subject }: Omit<PtaOutline, 'components'>): string {
  return naturalId(cohort, leerweg, schoolYear, subject.code);
}

/** The id of a version. */
export function versionId(line: string, number: number): string {
  return `${line}.${number}`;
}

/** The versions of a line, oldest first. */
export async function readLine(store: Store, school: string, line: string): Promise<StoredPta[]> {
  const { items } = await store.find(ptas, { where: { school, line }, limit: 500 });
  return [...items].sort((one, other) => one.number - other.number);
}

/** The version that is being worked on, proposed or not, if any: there is never more than one. */
export function draftIn(versions: readonly StoredPta[]): StoredPta | undefined {
  return versions.find(({ state }) => state === 'draft' || state === 'proposed');
}

/** The version that holds, if any. */
export function adoptedIn(versions: readonly StoredPta[]): StoredPta | undefined {
  return versions.find(({ state }) => state === 'adopted');
}

/** The content of a version without its history. */
export function outlineOf({ cohort, leerweg, schoolYear, subject, components }: PtaOutline): PtaOutline {
  return { cohort, leerweg, schoolYear, subject, components };
}

/** A version without its place in the store, and without what adopting adds to it. */
export function versionOf(stored: StoredPta): Pta {
  const { line, number, state, madeBy, madeAt, copiedFrom, proposedBy, proposedAt } = stored;
  return {
    ...outlineOf(stored),
    ...{ line, number, state, madeBy, madeAt },
    ...(copiedFrom !== undefined && { copiedFrom }),
    ...(proposedBy !== undefined && { proposedBy }),
    ...(proposedAt !== undefined && { proposedAt }),
  };
}
