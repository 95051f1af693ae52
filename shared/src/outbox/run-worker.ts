import { deliverLane, lanesWithDueRows, type Lane, type OutboxDeps } from './deliver-due.js';
import { createLeaseWatch } from './lease-watch.js';
import { createSchoolPace } from './school-pace.js';

export interface WorkerOptions {
  intervalMs: number;
  /** Tells this worker's leases apart from another's. */
  worker?: string;
}

export interface RunningWorker {
  /** Looks at once: for a commit that just let something leave. */
  wake(): void;
  /** Takes nothing new, and answers when what is under way is finished. */
  stop(): Promise<void>;
}

/**
 * Delivers what is due until it is stopped. Each lane runs by itself: the worker looks again while a slow one is still busy. An error goes to
 * `report` and the work goes on.
 */
export function startWorker(deps: OutboxDeps, { intervalMs, worker = 'worker' }: WorkerOptions): RunningWorker {
  const leaseWatch = deps.leaseWatch ?? createLeaseWatch(deps.leaseMs);
  const paced: OutboxDeps = { ...deps, leaseWatch, pace: deps.pace ?? createSchoolPace() };
  const running = new Map<string, Promise<void>>();
  const missed = new Set<string>();
  let stopping = false;
  let looking: Promise<void> | undefined;
  let again = false;

  const runLane = async (lane: Lane) => {
    const { tried } = await deliverLane(paced, lane, { worker, mayTake: () => !stopping });
    // There may be more than one round holds.
    if (tried > 0) again = true;
  };
  const start = (lane: Lane) => {
    const name = `${lane.school} ${lane.target}`;
    if (stopping) return;
    if (running.has(name)) {
      // Something fell due behind this lane's back: it looks again when it is done.
      missed.add(name);
      return;
    }
    const run = runLane(lane)
      .catch((error: unknown) => deps.report?.(error))
      .finally(() => {
        running.delete(name);
        if (missed.delete(name) || again) wake();
      });
    running.set(name, run);
  };
  const look = async () => {
    do {
      again = false;
      const lanes = await lanesWithDueRows(paced.store, paced.now());
      lanes.forEach(start);
    } while (shouldLookAgain());
  };
  const shouldLookAgain = () => again && !stopping;
  const wake = () => {
    again = true;
    if (stopping || looking) return;
    looking = look()
      .catch((error: unknown) => deps.report?.(error))
      .finally(() => {
        looking = undefined;
        if (shouldLookAgain()) wake();
      });
  };

  const timer = setInterval(wake, intervalMs);
  wake();
  return {
    wake,
    async stop() {
      stopping = true;
      clearInterval(timer);
      await looking;
      await Promise.all(running.values());
    },
  };
}
