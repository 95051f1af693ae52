import type { RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '@buitenboord/shared/problem.js';

/** A whole school comes from one address, and a frame without cookies counts as refused too: far above that, it is somebody trying. */
const refusalsPerMinute = 600;

/** Stops an address whose launches are refused over and over. Launches that succeed cost nothing. */
export function limitRefusals(): RequestHandler {
  const limiter = new RateLimiterMemory({ points: refusalsPerMinute, duration: 60 });
  return async (req, res, next) => {
    const address = req.ip ?? 'unknown';
    const spent = await limiter.get(address);
    if (spent && spent.remainingPoints <= 0) throw new Problem('request/too-many');
    res.once('finish', () => {
      if (res.statusCode >= 400) limiter.consume(address).catch(ignoreSpent);
    });
    next();
  };
}

function ignoreSpent(reason: unknown): void {
  // Spent is what the next request is told; anything else is a bug.
  if (!(reason instanceof RateLimiterRes)) throw reason;
}
