import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { Problem } from '@buitenboord/shared/problem.js';
import type { VisitExchange } from '../web/routes.js';

export interface SampleDeps {
  store: Store;
  now: Clock;
  /** An adjusted grade must leave. */
  wakeWorker: () => void;
}

/** Whose samples somebody sees: the exam secretary and examiners the school's, a teacher those of her course. */
export function scopeOf({ visit, grants }: VisitExchange): { school: string; course?: string } {
  const { school, course } = visit;
  if (grants.has('examSecretary') || grants.has('examiner')) return { school };
  if (course === undefined) throw new Problem('launch/no-course', { visit: visit.id });
  return { school, course };
}

/** Who draws, and decides about what came of it. */
export function mayDraw({ visit, grants }: VisitExchange): boolean {
  return visit.roles.includes('teacher') || grants.has('examSecretary');
}
