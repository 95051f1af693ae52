import { sameRows, shownRows } from '../../domain/grade/take-over-list.js';
import type { TakeOverBatch } from '../../domain/delivery/delivery.js';
import { naturalId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { takeOverBatches } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, put, type Store } from '../../store/port.js';
import { readRows, type ListAddress } from './take-over-list.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface Confirmation extends ListAddress {
  actor: string;
  /** The lines as they were shown, withdrawn ones with revision 0. */
  shown: readonly { gradeKey: string; revision: number }[];
}

/**
 * Records that a person has taken over exactly these revisions. When a grade was settled between showing and confirming, nothing is recorded and the
 * person sees the new list first. Pressing the button twice records once.
 */
export async function confirmTakeOver(
  deps: Deps,
  { school, course, component, actor, shown }: Confirmation,
): Promise<void> {
  const { store } = deps;
  await decideAgain(async () => {
    const { rows, last } = await readRows(store, { school, course, component });
    const stands = shownRows(rows).filter(({ revision }) => revision > 0);
    const unchanged = sameRows(shownRows(rows), shown);
    // The second press of the button still names the withdrawn lines, which the first press took off the list.
    const again =
      last !== undefined &&
      sameRows(last.rows, stands) &&
      sameRows(
        stands,
        shown.filter(({ revision }) => revision > 0),
      );
    if (again && rows.every(({ mark }) => mark === 'same')) return;
    if (!unchanged) throw new Problem('list/changed-meanwhile', { course, component });
    if (rows.length === 0) throw new Problem('grade/nothing-to-settle', { course, component });
    const at = deps.now().toISOString();
    const batch: TakeOverBatch = { course, component, rows: stands, confirmedBy: actor, confirmedAt: at };
    // The id follows from the batch before, so that of two confirmations at once only one can be stored.
    const id = naturalId(course, component, last?.id ?? '');
    const fact = {
      at,
      actor,
      action: 'take-over/confirmed',
      object: `takeOverBatches/${id}`,
      after: contentHash(stands),
    };
    await store.commit([put(takeOverBatches, { school, id }, batch, 0), audit(school, fact)]);
  });
}
