import { dutchDay } from '../../domain/pta/school-year.js';
import type { Clock } from '../../ports/clock.js';
import { sampleCases } from '../../store/collections.js';
import type { Store } from '../../store/port.js';
import type { OverviewOf } from './sample-overview.js';

/** How many follow-ups of samples are due today or before. */
export async function dueFollowUps(
  { store, now }: { store: Store; now: Clock },
  { school, course }: OverviewOf,
): Promise<number> {
  const where = { school, ...(course !== undefined && { course }) };
  // "x" comes after every digit and hyphen: the day itself is due too.
  const range = { field: 'remindOn', from: '0', below: `${dutchDay(now())}x` } as const;
  let due = 0;
  for await (const _each of store.each(sampleCases, { where, range })) due += 1;
  return due;
}
