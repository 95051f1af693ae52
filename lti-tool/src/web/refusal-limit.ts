import type { Request, RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '@buitenboord/shared/problem.js';

/** A whole school comes from one address; far above what its mistakes amount to, it is somebody trying. */
const refusalsPerMinute = 600;
const mostAddresses = 10_000;

/** Stops an address whose launches are refused over and over. Launches that succeed cost nothing: only who was refused lately is counted at all. */
export function limitRefusals(): RequestHandler {
  const limiter = new RateLimiterMemory({ points: refusalsPerMinute, duration: 60 });
  const refusedLately = new Set<string>();
  return async (req, res, next) => {
    if (refusedLately.size > 0) await refuseSpent(limiter, refusedLately, addressOf(req));
    res.once('finish', () => {
      if (res.statusCode < 400 || res.locals.isRefused === false) return;
      // Bounded: somebody with that many addresses isn't stopped by a list of them.
      if (refusedLately.size >= mostAddresses) refusedLately.clear();
      refusedLately.add(addressOf(req));
      limiter.consume(addressOf(req)).catch(ignoreSpent);
    });
    next();
  };
}

function addressOf({ ip }: Pick<Request, 'ip'>): string {
  return ip ?? 'unknown';
}

async function refuseSpent(limiter: RateLimiterMemory, refusedLately: Set<string>, address: string): Promise<void> {
  const spent = await limiter.get(address);
  if (!spent) refusedLately.delete(address);
  else if (spent.remainingPoints <= 0) throw new Problem('request/too-many');
}

function ignoreSpent(reason: unknown): void {
  // Spent is what the next request is told; anything else is a bug.
  if (!(reason instanceof RateLimiterRes)) throw reason;
}
