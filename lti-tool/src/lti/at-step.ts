import type { LaunchStep } from '@buitenboord/shared/domain/launch/refused-launch.js';
import { isProblem, Problem, type ProblemFacts } from '@buitenboord/shared/problem.js';

/** Takes one step of a launch: a refusal says which step it was, for the log and for the school's administrator. */
export function atStep<T>(step: LaunchStep, take: () => T): T {
  try {
    return take();
  } catch (error) {
    if (!isProblem(error)) throw error;
    throw toldWith(error, { step });
  }
}

/** The same for a step that has to wait. */
export async function atSlowStep<T>(step: LaunchStep, take: () => Promise<T>): Promise<T> {
  try {
    return await take();
  } catch (error) {
    if (!isProblem(error)) throw error;
    throw toldWith(error, { step });
  }
}

/** The same refusal with more facts. What it said itself stays. */
export function toldWith(problem: Problem, facts: ProblemFacts): Problem {
  return new Problem(problem.code, { ...facts, ...problem.facts }, { cause: problem });
}
