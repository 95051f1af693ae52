import { jest } from '@jest/globals';

/**
 * On CI a test that failed runs once more before the run counts as failed: two cores serve a browser, servers and other tests at the
 * same time, and one slow moment should not hold back what is right. `npm test` names each test that needed it; elsewhere there is
 * one attempt, so that who works on a test sees it fail.
 */
if (process.env.CI) jest.retryTimes(1, { logErrorsBeforeRetry: true });
