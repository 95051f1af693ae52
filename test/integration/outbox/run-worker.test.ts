import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startWorker, type RunningWorker } from '@buitenboord/shared/outbox/run-worker.js';
import type { Gradebook } from '@buitenboord/shared/ports/gradebook.js';
import { anOutbox, type OutboxStage } from '../../support/outbox.js';

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let n = 0; n < 400; n += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('It did not happen within two seconds.');
}

describe('the worker', () => {
  let stage: OutboxStage;
  let worker: RunningWorker | undefined;
  beforeEach(async () => {
    stage = await anOutbox({ students: 30 });
  });
  afterEach(async () => {
    await worker?.stop();
    await stage.store.close();
  });
  const isConfirmed = async () => (await stage.grade()).state === 'confirmed';

  it('delivers what was left from before as soon as it starts', async () => {
    await stage.settle(74);
    worker = startWorker(stage.deps, { intervalMs: 3_600_000 });
    await until(isConfirmed);
  });

  it('delivers at once what just left, when it is woken', async () => {
    worker = startWorker(stage.deps, { intervalMs: 3_600_000 });
    await stage.settle(74);
    worker.wake();
    await until(isConfirmed);
    await stage.settle(80);
    worker.wake();
    await until(async () => (await stage.grade()).confirmedRevision === 2);
  });

  it('works through a whole class without being woken again', async () => {
    for (const student of stage.at.students) await stage.settle(70, { student });
    worker = startWorker(stage.deps, { intervalMs: 3_600_000 });
    await until(async () => (await stage.open()) === 0);
    expect(stage.gradebook.applied).toHaveLength(30);
  });

  it('looks by itself at each interval', async () => {
    worker = startWorker(stage.deps, { intervalMs: 10 });
    await stage.settle(74);
    await until(isConfirmed);
  });

  it('finishes what is under way before it stops, and takes nothing new', async () => {
    for (const student of stage.at.students) await stage.settle(70, { student });
    const slow: Gradebook = {
      read: (...args) => stage.gradebook.read(...args),
      async put(...args) {
        await new Promise((resolve) => setTimeout(resolve, 30));
        return stage.gradebook.put(...args);
      },
    };
    worker = startWorker({ ...stage.deps, gradebook: slow }, { intervalMs: 3_600_000 });
    await until(() => Promise.resolve(stage.gradebook.requests.read >= 4));
    await worker.stop();
    const arrived = stage.gradebook.applied.length;
    // Four at once, of the twenty that a round had found.
    expect(arrived).toBeGreaterThan(0);
    expect(arrived).toBeLessThanOrEqual(8);
    expect(await stage.open()).toBe(30 - arrived);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(stage.gradebook.applied).toHaveLength(arrived);
  });

  it('is not held up in one school by the LMS of another', async () => {
    const other = await anOutbox({ store: stage.store });
    await stage.settle(74);
    let letGo = (): void => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const hanging: Gradebook = {
      put: (...args) => other.gradebook.put(...args),
      async read(column, subject) {
        if (column.school === stage.at.school) await gate;
        return other.gradebook.read(column, subject);
      },
    };
    worker = startWorker({ ...stage.deps, gradebook: hanging }, { intervalMs: 3_600_000 });
    await until(() => Promise.resolve(true));
    await other.settle(80);
    worker.wake();
    await until(async () => (await other.grade()).state === 'confirmed');
    letGo();
  });

  it('misses nothing that falls due while it is busy finding nothing', async () => {
    let letGo = (): void => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    let looks = 0;
    // Another worker was faster: the first look at this school comes back empty, and late.
    const store: typeof stage.store = {
      ...stage.store,
      async find(collection, query) {
        const asksForSchool = 'school' in query.where && collection.name === 'dueRows';
        if (!asksForSchool || (looks += 1) > 1) return stage.store.find(collection, query);
        await gate;
        return { items: [] };
      },
    };
    await stage.settle(74);
    worker = startWorker({ ...stage.deps, store }, { intervalMs: 3_600_000 });
    await until(() => Promise.resolve(looks === 1));
    worker.wake();
    await new Promise((resolve) => setTimeout(resolve, 20));
    letGo();
    await until(isConfirmed);
  });

  it('tells the log when the store fails, and goes on', async () => {
    const reported: unknown[] = [];
    let failing = true;
    const store: typeof stage.store = {
      ...stage.store,
      find: (...args) => (failing ? Promise.reject(new Error('disk')) : stage.store.find(...args)),
    };
    worker = startWorker({ ...stage.deps, store, report: (error) => reported.push(error) }, { intervalMs: 10 });
    await stage.settle(74);
    await until(() => Promise.resolve(reported.length > 0));
    failing = false;
    await until(isConfirmed);
  });
});
