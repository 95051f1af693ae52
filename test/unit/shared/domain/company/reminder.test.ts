import { describe, expect, it } from '@jest/globals';
import type { Invitation } from '@buitenboord/shared/domain/company/company.js';
import { isQuietTime, isReminderDue } from '@buitenboord/shared/domain/company/reminder.js';

const invited: Invitation = {
  activity: 'a1',
  student: 's1',
  attempt: 1,
  placement: 'p1',
  state: 'invited',
  invitedBy: 't1',
  invitedAt: '2026-06-02T08:00:00.000Z',
  expiresAt: '2026-06-23T08:00:00.000Z',
};
const fiveDaysLater = new Date('2026-06-07T08:00:00.000Z');

describe('whether a reminder is due', () => {
  it('is after five days without an answer', () => {
    expect(isReminderDue(invited, fiveDaysLater)).toBe(true);
  });

  it('is not a millisecond earlier', () => {
    expect(isReminderDue(invited, new Date(fiveDaysLater.getTime() - 1))).toBe(false);
  });

  it.each([
    ['after an answer', { state: 'done' }],
    ['after a withdrawal', { state: 'withdrawn' }],
    ['after a reminder', { remindedAt: '2026-06-07T08:00:00.000Z' }],
    ['to an address that refused the first mail', { mailProblem: 'No such user' }],
    ['when the link is over', { expiresAt: '2026-06-07T08:00:00.000Z' }],
  ] as const)('is not %s', (_when, fields) => {
    expect(isReminderDue({ ...invited, ...fields }, fiveDaysLater)).toBe(false);
  });
});

describe('quiet time in the Netherlands', () => {
  it.each([
    ['summer, 6:59', '2026-06-03T04:59:59.000Z', true],
    ['summer, 7:00', '2026-06-03T05:00:00.000Z', false],
    ['summer, 19:59', '2026-06-03T17:59:59.000Z', false],
    ['summer, 20:00', '2026-06-03T18:00:00.000Z', true],
    ['winter, 6:59', '2026-01-07T05:59:59.000Z', true],
    ['winter, 7:00', '2026-01-07T06:00:00.000Z', false],
    ['midnight', '2026-06-02T22:00:00.000Z', true],
    ['Saturday at noon', '2026-06-06T10:00:00.000Z', true],
    ['Sunday at noon', '2026-06-07T10:00:00.000Z', true],
    ['Saturday there, Friday in UTC', '2026-06-05T22:30:00.000Z', true],
    ['Monday at noon', '2026-06-08T10:00:00.000Z', false],
  ])('%s', (_name, now, quiet) => {
    expect(isQuietTime(new Date(now))).toBe(quiet);
  });
});
