import { adults, sixteenAndSeventeen } from './hours-from-16.js';
import { communityService } from './hours-of-community-service.js';
import { placementUnder16, tooYoung } from './hours-under-16.js';
import { withSideJob } from './hours-with-side-job.js';
import type { TimeRule } from './safety-rule.js';

/** Every rule on time, by age. `docs/rules.md` is made of it, and a test compares it with the data it was read from. */
export const timeRules: readonly TimeRule[] = [
  ...tooYoung,
  ...placementUnder16,
  ...sixteenAndSeventeen,
  ...adults,
  ...communityService,
  ...withSideJob,
];
