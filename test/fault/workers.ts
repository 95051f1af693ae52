import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from './chance.js';

/** What the workers of a campaign are started with. */
export interface WorkerSetup {
  storeUrl: string;
  secret: string;
  /** For every request to the platform. */
  timeoutMs: number;
  leaseMs: number;
  intervalMs: number;
  /** Without the protection. */
  mutant: boolean;
}

export interface Workers {
  readonly kills: number;
  /** The clocks of all workers are set to this far from the real time. */
  setClocks(offsetMs: number): void;
  /** Kills no more: who dies now has died of something else, and that is an error. */
  spare(): void;
  stop(): Promise<void>;
}

/** Steps in the life of a worker: looking for work, taking a row, reading, storing the intent, sending, reading back, storing the end. */
const numberedSteps = 60;

/** Keeps so many workers alive, each until it is killed: by turns at a numbered step, and at a random moment. */
export function keepWorkers(count: number, setup: WorkerSetup, chance: Chance): Workers {
  let clockOffsetMs = 0;
  let mayKill = true;
  let stopping = false;
  let kills = 0;
  let lives = 0;
  const alive = new Set<ChildProcess>();

  async function slot(): Promise<void> {
    while (!isStopping()) {
      lives += 1;
      const dieAtStep = mayKill && lives % 2 === 1 ? 1 + ((lives >> 1) % numberedSteps) : 0;
      const child = start({ ...setup, clockOffsetMs, dieAtStep });
      alive.add(child);
      const ended = once(child, 'exit');
      if (mayKill) await Promise.race([ended, doom(child, dieAtStep)]);
      const [code, signal] = (await ended) as [number | null, string | null];
      alive.delete(child);
      if (signal === 'SIGKILL') kills += 1;
      else if (!isStopping()) throw new Error(`A worker ended by itself: ${code ?? signal}`);
    }
  }

  /** Who has its step gets two seconds to come there; the others die at any moment. */
  async function doom(child: ChildProcess, dieAtStep: number): Promise<void> {
    await Promise.race([once(child, 'message'), once(child, 'exit')]);
    await wait(dieAtStep > 0 ? 2_000 : 50 + chance.below(900));
    if (isKilling()) child.kill('SIGKILL');
  }

  // Asked anew after each wait.
  function isKilling(): boolean {
    return mayKill;
  }
  function isStopping(): boolean {
    return stopping;
  }

  const slots = Promise.all(Array.from({ length: count }, slot));
  // An error in a slot is thrown when the campaign stops; until then nobody waits for it.
  slots.catch(() => undefined);
  return {
    get kills() {
      return kills;
    },
    setClocks(offsetMs) {
      clockOffsetMs = offsetMs;
      // Who dies at this moment gets a new clock in its next life.
      for (const child of alive) if (child.connected) child.send({ kind: 'clock', clockOffsetMs }, () => undefined);
    },
    spare() {
      mayKill = false;
    },
    async stop() {
      stopping = true;
      for (const child of alive) child.kill('SIGTERM');
      await slots;
    },
  };
}

function start(setup: WorkerSetup & { clockOffsetMs: number; dieAtStep: number }): ChildProcess {
  const file = join(import.meta.dirname, 'worker-process.mjs');
  const env = { ...process.env, CAMPAIGN_WORKER: JSON.stringify(setup) };
  return fork(file, { env, execArgv: ['--no-warnings'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}
