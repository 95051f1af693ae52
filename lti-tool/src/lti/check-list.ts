import type { LaunchStep } from '@buitenboord/shared/domain/launch/refused-launch.js';
import { isProblem } from '@buitenboord/shared/problem.js';
import { toldWith } from './at-step.js';

/** Checks by name, in the order in which they are made. Each refuses by throwing one Problem, or says nothing. */
export type CheckList<T> = Readonly<Partial<Record<LaunchStep, (checked: T) => void | Promise<void>>>>;

/** Makes every check on the list. A refusal carries the name of the check as fact `step`. */
export async function passAll<T>(checks: CheckList<T>, checked: T): Promise<void> {
  for (const [step, check] of Object.entries(checks)) {
    try {
      // Most have nothing to wait for, and every launch makes twenty of them.
      const waiting = check(checked);
      if (waiting) await waiting;
    } catch (error) {
      if (!isProblem(error)) throw error;
      throw toldWith(error, { step });
    }
  }
}
