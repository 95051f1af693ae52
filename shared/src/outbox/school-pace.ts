/** How fast each school's deliveries may leave, so that a school's LMS is never flooded and one school never has the worker to itself. */
export interface SchoolPace {
  /** How many may leave now, at most `wanted`; those are counted as gone. */
  take(school: string, wanted: number, now: Date): number;
}

interface PaceLimits {
  /** A class at once. */
  burst: number;
  /** A grade is about three requests; ten requests a second is what a school's Moodle takes without noticing. */
  perSecond: number;
}

/** A bucket per school that fills again with time. It lives in one process: two workers may be twice as fast. */
export function createSchoolPace({ burst, perSecond }: PaceLimits = { burst: 40, perSecond: 4 }): SchoolPace {
  const buckets = new Map<string, { left: number; at: number }>();
  const leftNow = (school: string, at: number) => {
    const bucket = buckets.get(school);
    if (!bucket) return burst;
    return Math.min(burst, bucket.left + (Math.max(0, at - bucket.at) / 1_000) * perSecond);
  };
  return {
    take(school, wanted, now) {
      const left = leftNow(school, now.getTime());
      const taken = Math.min(wanted, Math.floor(left));
      buckets.set(school, { left: left - taken, at: now.getTime() });
      return taken;
    },
  };
}
