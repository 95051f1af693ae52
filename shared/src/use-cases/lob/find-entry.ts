import type { CareerConversation, CareerEntry } from '../../domain/lob/career-entry.js';
import { Problem } from '../../problem.js';
import { careerConversations, careerEntries } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';

/** Whose career file. Each use case of the student finds her own entries by it. */
export interface FileOwner {
  school: string;
  student: string;
}

export type StoredEntry = Stored<CareerEntry, 'school'>;
export type StoredConversation = Stored<CareerConversation, 'school'>;

/** The student's entry; Problem `request/not-found` for anybody else's. */
export async function getOwnEntry(store: Store, { school, student }: FileOwner, id: string): Promise<StoredEntry> {
  const entry = await store.get(careerEntries, { school, id });
  if (!entry || entry.student !== student || entry.withdrawnAt) throw new Problem('request/not-found', { entry: id });
  return entry;
}

/** The entry as a teacher may see it: shown to teachers, and not taken back. */
export async function getSharedEntry(store: Store, owner: FileOwner, id: string): Promise<StoredEntry> {
  const entry = await getOwnEntry(store, owner, id);
  if (entry.sharedWith !== 'teachers') throw new Problem('request/not-found', { entry: id });
  return entry;
}

/** An entry that may still be written in. */
export function insistOpen(entry: StoredEntry): void {
  if (entry.closedAt) throw new Problem('career/closed', { entry: entry.id });
}

/** All of the student's entries that weren't taken back, oldest first. */
export async function entriesOf(store: Store, { school, student }: FileOwner): Promise<StoredEntry[]> {
  const entries: StoredEntry[] = [];
  for await (const entry of store.each(careerEntries, { where: { school, student } }))
    if (!entry.withdrawnAt) entries.push(entry);
  return entries.sort((one, other) => (one.startedAt < other.startedAt ? -1 : 1));
}

/** The talks about one entry. */
export async function conversationsOf(
  store: Store,
  school: string,
  entry: string,
): Promise<readonly StoredConversation[]> {
  return (await store.find(careerConversations, { where: { school, entry } })).items;
}
