import type { SubtaskStandingKind } from '@buitenboord/shared/domain/coverage/standing.js';

/** A status is a word and a shape; the tone is a comfort on top. */
export const stateLook: Readonly<
  Record<SubtaskStandingKind, { shape: string; tone: 'good' | 'plan' | 'wait' | 'open' }>
> = {
  doneAtCompany: { shape: '✓', tone: 'good' },
  doneAtSchool: { shape: '✓', tone: 'good' },
  plannedAtCompany: { shape: '◐', tone: 'plan' },
  plannedAtSchool: { shape: '◐', tone: 'plan' },
  notPossibleHere: { shape: '!', tone: 'wait' },
  notYet: { shape: '○', tone: 'open' },
};

/** A typed sentence with its full stop. */
export function ended(sentence: string): string {
  return /[.!?]$/u.test(sentence) ? sentence : `${sentence}.`;
}

/** Why a subtask can't be done here, and where it can, as the teacher typed both. */
export function whyNotHere({ reason, elsewhere }: { reason: string; elsewhere: string }): string {
  return `${ended(reason)} ${ended(elsewhere)}`;
}
