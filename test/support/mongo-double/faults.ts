import { notPrimary, Refusal, retryable, transient } from './refusal.js';

/** What happens to a command. `before`: it isn't carried out. `after`: it is, and its answer doesn't arrive. */
export type Fault =
  | { kind: 'cut'; when: 'before' | 'after' }
  /** The server isn't primary any more for this one; the next time it is again. */
  | { kind: 'step-down'; when: 'before' | 'after' }
  | { kind: 'error'; code: number; name: string; labels: readonly string[] }
  | { kind: 'delay'; ms: number };

interface Planned {
  command: string;
  fault: Fault;
}

/** Faults to come, each for the next command of its name. */
export interface Faults {
  plan(command: string, fault: Fault): void;
  take(command: string): Fault | undefined;
  /** Plays a fault at random for this share of the commands. */
  random(share: number, chance: () => number): void;
  calm(): void;
}

const mortal = ['find', 'insert', 'update', 'delete', 'commitTransaction', 'getMore'];

export function createFaults(): Faults {
  const planned: Planned[] = [];
  let share = 0;
  let chance: () => number = Math.random;
  return {
    plan: (command, fault) => planned.push({ command, fault }),
    take(command) {
      const at = planned.findIndex((plan) => plan.command === command);
      if (at >= 0) return planned.splice(at, 1)[0]?.fault;
      if (share === 0 || !mortal.includes(command) || chance() >= share) return undefined;
      const when = chance() < 0.5 ? 'before' : 'after';
      return { kind: chance() < 0.7 ? 'cut' : 'step-down', when };
    },
    random(wanted, by) {
      share = wanted;
      chance = by;
    },
    calm: () => void (share = 0),
  };
}

/**
 * What a server that steps down answers. Inside a transaction the whole of it may be done again; its end, and a write by itself, are asked
 * again as they are (manual, "Transactions: error labels").
 */
export function refusalOf(fault: Extract<Fault, { kind: 'step-down' | 'error' }>, isPart: boolean): Refusal {
  if (fault.kind === 'error') return new Refusal(fault.code, fault.name, fault.name, fault.labels);
  return notPrimary(isPart ? [transient] : [retryable]);
}
