import { setImmediate } from 'node:timers';
import type { Connection } from './connection.js';
import type { Statements } from './statements.js';
import { unlessUnavailable } from './attempt.js';
import type { PreparedWrite } from './write.js';

interface Waiting {
  writes: readonly PreparedWrite[];
  resolve: () => void;
  reject: (reason: unknown) => void;
}

type Outcome = { kind: 'done' } | { kind: 'undone'; reason: unknown };

export interface GroupCommit {
  /** All writes or none, on the disk when it answers. */
  commit(writes: readonly PreparedWrite[]): Promise<void>;
  /** Writes what still waits. */
  flush(): void;
}

/** How long a commit may wait for company, in turns of the event loop. */
const turnsAtMost = 4;

/**
 * Commits of one moment share a transaction and so an fsync, which is what a durable commit costs. Each has a savepoint of its own, so
 * that one that conflicts is undone alone; they see each other in the order in which they came. Nobody is answered before all of it is on the disk.
 */
export function createGroupCommit(connection: Connection, statements: Statements): GroupCommit {
  let waiting: Waiting[] = [];
  const apply = connection.transaction((writes: readonly PreparedWrite[]) => {
    for (const write of writes) write(statements);
  });
  // BEGIN IMMEDIATE: nothing that is read inside can change before it is written.
  const applyAll = connection.transaction((group: readonly Waiting[]) => group.map(({ writes }) => applyOne(writes)));

  function applyOne(writes: readonly PreparedWrite[]): Outcome {
    try {
      apply(writes);
      return { kind: 'done' };
    } catch (reason) {
      // A full disk undoes the whole transaction by itself: then nothing of the group was written.
      if (!connection.inTransaction) throw reason;
      return { kind: 'undone', reason };
    }
  }

  /** A commit that is alone needs no savepoint. */
  function applyGroup(group: readonly Waiting[]): Outcome[] {
    const [only] = group;
    if (group.length > 1 || !only) return applyAll.immediate(group);
    apply.immediate(only.writes);
    return [{ kind: 'done' }];
  }

  function flush(): void {
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    try {
      const outcomes = unlessUnavailable(() => applyGroup(group));
      group.forEach(({ resolve, reject }, index) => {
        const outcome = outcomes[index];
        if (outcome?.kind === 'undone') reject(outcome.reason);
        else resolve();
      });
    } catch (reason) {
      for (const { reject } of group) reject(reason);
    }
  }

  /** Writes once nobody new came during a turn of the event loop, or after a few turns: one more turn costs microseconds, a sync of its own a hundred times that. */
  function flushWhenQuiet(seen: number, turn: number): void {
    if (waiting.length > seen && turn < turnsAtMost) setImmediate(flushWhenQuiet, waiting.length, turn + 1);
    else flush();
  }

  return {
    flush,
    commit: (writes) =>
      new Promise((resolve, reject) => {
        waiting.push({ writes, resolve, reject });
        if (waiting.length === 1) setImmediate(flushWhenQuiet, 0, 1);
      }),
  };
}
