import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Problem } from '@buitenboord/shared/problem.js';

/** Counts links that open nothing, per address on the internet: a person has a few of them, somebody who guesses has many. */
export interface WrongSecrets {
  /** Throws `request/too-many` when this address had its share. */
  insist(address: string): Promise<void>;
  note(address: string): Promise<void>;
}

const allowed = 30;
const seconds = 10 * 60;

/** Kept in memory: after a restart the count begins anew, and guessing 256 bits stays hopeless. */
export function countWrongSecrets(): WrongSecrets {
  const limiter = new RateLimiterMemory({ points: allowed, duration: seconds });
  return {
    insist: async (address) => {
      const counted = await limiter.get(address);
      if (counted && counted.consumedPoints >= allowed) throw new Problem('request/too-many');
    },
    note: async (address) => {
      await limiter.penalty(address);
    },
  };
}
