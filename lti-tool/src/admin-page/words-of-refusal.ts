import type { LaunchStep } from '@buitenboord/shared/domain/launch/refused-launch.js';
import { problemCodes, type ProblemCode } from '@buitenboord/shared/problem.js';
import type { Text } from '@buitenboord/shared/text/text.js';

/** Why a launch, a service or a test of a platform can fail. */
type RemedyCode = Extract<ProblemCode, `launch/${string}` | `platform/${string}`>;

/** What an administrator can do about a refusal. A code or a step without a sentence doesn't compile. */
export function remedyOf(text: Text, code: string): string {
  const known = problemCodes.find((candidate) => candidate === code);
  return known !== undefined && hasRemedy(known) ? text(`remedy.${known}`) : text('remedy.other');
}

/** How far a launch came, in words. */
export function stepName(text: Text, step: LaunchStep): string {
  return text(`refusal.step.${step}`);
}

function hasRemedy(code: ProblemCode): code is RemedyCode {
  return code.startsWith('launch/') || code.startsWith('platform/');
}
