import { assignments, subtaskCoverages } from '../../store/collections.js';
import type { Store } from '../../store/port.js';

/** Where a subtask could be done: companies where students of the school did it, most often first, and assignments of the bank that cover it. */
export interface WhereDone {
  places: readonly string[];
  assignments: readonly string[];
}

/** For each subtask of an elective. */
export async function whereDone(
  store: Store,
  { school, elective }: { school: string; elective: string },
): Promise<(subtask: string) => WhereDone> {
  const times = new Map<string, Map<string, number>>();
  for await (const { subtask, done } of store.each(subtaskCoverages, { where: { school, elective } })) {
    if (done?.where !== 'company') continue;
    const places = times.get(subtask) ?? new Map<string, number>();
    times.set(subtask, places.set(done.place, (places.get(done.place) ?? 0) + 1));
  }
  const titles = new Map<string, string[]>();
  for await (const { title, subtasks } of store.each(assignments, { where: { school, state: 'bank' } }))
    for (const subtask of subtasks) titles.set(subtask, [...(titles.get(subtask) ?? []), title]);
  return (subtask) => ({
    places: [...(times.get(subtask) ?? [])].sort(([, one], [, other]) => other - one).map(([place]) => place),
    assignments: titles.get(subtask) ?? [],
  });
}
