import { describe, expect, it } from '@jest/globals';
import { deliverDue, type OutboxDeps } from '@buitenboord/shared/outbox/deliver-due.js';
import { createSchoolPace } from '@buitenboord/shared/outbox/school-pace.js';
import { dueRows } from '@buitenboord/shared/store/collections.js';
import { put, type Store } from '@buitenboord/shared/store/port.js';
import { anOutbox } from '../../support/outbox.js';

/** Two schools in one store: a busy one with many grades due for long, and one with a single grade. */
async function aBusyAndAQuietSchool(rows: number) {
  const busy = await anOutbox({ students: 1 });
  const quiet = await anOutbox({ store: busy.store });
  await crowd(busy.store, busy.at.school, rows);
  busy.clock.advance(60_000);
  await quiet.settle(74);
  const deps: OutboxDeps = { ...busy.deps, gradebook: quiet.gradebook };
  return { busy, quiet, deps };
}

/** Rows without a delivery: a worker has to look at each, and clears it away. */
async function crowd(store: Store, school: string, count: number): Promise<void> {
  const dueAt = '2026-06-10T09:00:00.000Z';
  const row = { school, target: 'gradebook', dueAt } as const;
  await store.commit(Array.from({ length: count }, (_, n) => put(dueRows, { id: `${school}.row${n}` }, row, 0)));
}

describe('a round over all schools', () => {
  it('reaches the school with one grade, however much another has waiting', async () => {
    const { busy, quiet, deps } = await aBusyAndAQuietSchool(1200);
    await deliverDue(deps, { worker: 'test' });
    expect((await quiet.grade()).state).toBe('confirmed');
    const left = await busy.store.find(dueRows, { where: { school: busy.at.school }, limit: 500 });
    expect(left.next).toBeDefined();
    await busy.store.close();
  });

  it('lets a school send no more than its pace allows', async () => {
    const stage = await anOutbox({ students: 12 });
    for (const student of stage.at.students) await stage.settle(70, { student });
    const pace = createSchoolPace({ burst: 5, perSecond: 2 });
    expect(await stage.round({ pace })).toEqual({ tried: 5, delivered: 5 });
    expect(await stage.round({ pace })).toEqual({ tried: 0, delivered: 0 });
    stage.clock.advance(2_000);
    expect(await stage.round({ pace })).toEqual({ tried: 4, delivered: 4 });
    await stage.store.close();
  });

  it('goes on with the others when one grade makes the worker stumble, and gives that one up in the end', async () => {
    const stage = await anOutbox({ students: 3 });
    for (const student of stage.at.students) await stage.settle(70, { student });
    const broken: OutboxDeps['gradebook'] = {
      put: (...args) => stage.gradebook.put(...args),
      read(column, subject) {
        if (subject === stage.subject) throw new TypeError('a bug');
        return stage.gradebook.read(column, subject);
      },
    };
    const reported: unknown[] = [];
    const report = (error: unknown) => reported.push(error);
    expect(await stage.round({ gradebook: broken, report })).toEqual({ tried: 3, delivered: 2 });
    expect(reported).toHaveLength(1);
    stage.clock.advance(8 * 86_400_000);
    await stage.round({ gradebook: broken, report });
    expect(await stage.grade()).toMatchObject({ state: 'parked', reason: 'gave-up' });
    await stage.store.close();
  });
});
