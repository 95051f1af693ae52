import { describe, expect, it } from '@jest/globals';
import { rosterDue, type RosterDue, type RosterWish } from '@buitenboord/shared/domain/people/roster-due.js';

const at = new Date('2026-06-10T10:00:00.000Z');
const ago = (minutes: number) => new Date(at.getTime() - minutes * 60_000).toISOString();
const membershipsUrl = 'https://lms.example/members';
const rosterDifferencesUrl = 'https://lms.example/changed';
const failed = (minutes: number, retryInMinutes?: number) => ({
  rosterFailure: {
    code: 'platform/slow-down',
    at: ago(minutes),
    ...(retryInMinutes !== undefined && { retryAt: ago(-retryInMinutes) }),
  },
});

describe('the class list of a course', () => {
  it.each<[string, object, RosterWish, RosterDue]>([
    ['is not offered by every LMS', { membershipsUrl: undefined }, 'now', 'not-offered'],
    ['is read at the first launch', {}, 'when-stale', 'whole'],
    ['is fresh for ten minutes', { rosterReadAt: ago(9) }, 'when-stale', 'not-yet'],
    ['is read again after that', { rosterReadAt: ago(10) }, 'when-stale', 'whole'],
    ['is read when a teacher asks, fresh or not', { rosterReadAt: ago(1) }, 'now', 'whole'],
    ['is read once for a double click', { rosterReadAt: ago(1 / 60) }, 'now', 'not-yet'],
    [
      'is asked for what changed, where that is offered',
      { rosterReadAt: ago(11), rosterWholeAt: ago(60), rosterDifferencesUrl },
      'when-stale',
      'differences',
    ],
    [
      'is compared as a whole once a day',
      { rosterReadAt: ago(11), rosterWholeAt: ago(24 * 60), rosterDifferencesUrl },
      'when-stale',
      'whole',
    ],
    [
      'is read as a whole for a teacher',
      { rosterReadAt: ago(11), rosterWholeAt: ago(60), rosterDifferencesUrl },
      'now',
      'whole',
    ],
    ['is left alone for two minutes after a failure', failed(1), 'when-stale', 'not-yet'],
    ['is tried again after that', failed(2), 'when-stale', 'whole'],
    ['is tried at once when a teacher asks', failed(1), 'now', 'whole'],
    ['waits as long as the LMS asks', failed(5, 1), 'when-stale', 'not-yet'],
    ['waits as long as the LMS asks, for a teacher too', failed(5, 1), 'now', 'not-yet'],
    ['is tried again when the LMS has had its time', failed(5, 0), 'now', 'whole'],
  ])('%s', (_title, known, wish, due) => {
    expect(rosterDue({ membershipsUrl, ...known }, wish, at)).toBe(due);
  });
});
