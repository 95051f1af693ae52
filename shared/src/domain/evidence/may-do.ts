import type { GradeValue } from '../grade/grade-value.js';
import type { Work } from './work.js';

/** How far a work is, and whether somebody has already judged it. */
export interface WorkStanding {
  state: Work['state'];
  /** The company has pressed its last button. */
  judged: boolean;
  /** A grade was settled that closes the work. */
  settled: boolean;
}

export type WorkAction = 'write' | 'add-file' | 'remove-file' | 'hand-in' | 'take-back';

export type WorkDecision = { kind: 'allowed' } | { kind: 'refused'; because: 'already-assessed' | 'handed-in' };

const allowed: WorkDecision = { kind: 'allowed' };

/**
 * What a student may do with her work. Settled closes it. A company's judgement stops taking back only: the company may judge what it
 * saw in the workplace before anything was handed in.
 */
export function mayDo(action: WorkAction, { state, judged, settled }: WorkStanding): WorkDecision {
  if (settled || state === 'assessed') return { kind: 'refused', because: 'already-assessed' };
  switch (action) {
    // A draft is not what was handed in, and what is typed must never be lost.
    case 'write':
    case 'hand-in':
      return allowed;
    case 'add-file':
    case 'remove-file':
      return state === 'handedIn' ? { kind: 'refused', because: 'handed-in' } : allowed;
    case 'take-back':
      return judged && state === 'handedIn' ? { kind: 'refused', because: 'already-assessed' } : allowed;
  }
}

/** Whether a settled value closes the work. "Catch up" means the opposite: it still has to be made. */
export function closesWork(value: GradeValue): boolean {
  return value.kind !== 'catchUp';
}
