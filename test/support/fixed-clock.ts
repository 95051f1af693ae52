import type { Clock } from '@buitenboord/shared/ports/clock.js';

/** A clock that stands still until it is told to go on. */
export interface FixedClock extends Clock {
  (): Date;
  advance(ms: number): void;
}

export function fixedClock(iso: string): FixedClock {
  let now = new Date(iso).getTime();
  const advance = (ms: number): void => {
    now += ms;
  };
  return Object.assign(() => new Date(now), { advance });
}
