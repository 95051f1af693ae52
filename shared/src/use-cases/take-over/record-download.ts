import type { Clock } from '../../ports/clock.js';
import { contentHash } from '../../store/audit.js';
import { audit, type Store } from '../../store/port.js';
import { shownRows, type TakeOverRow } from '../../domain/grade/take-over-list.js';
import type { ListAddress } from './take-over-list.js';

/** Records who took a list of grades out of the house. */
export async function recordDownload(
  { store, now }: { store: Store; now: Clock },
  { school, course, component, actor }: ListAddress & { actor: string },
  rows: readonly TakeOverRow[],
): Promise<void> {
  const fact = {
    at: now().toISOString(),
    actor,
    action: 'take-over/downloaded',
    object: `courses/${course}`,
    after: contentHash([component, shownRows(rows)]),
  };
  await store.commit([audit(school, fact)]);
}
