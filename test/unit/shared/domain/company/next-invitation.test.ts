import { describe, expect, it } from '@jest/globals';
import { nextInvitation } from '@buitenboord/shared/domain/company/next-invitation.js';

const now = new Date('2026-06-10T08:00:00.000Z');
const open = {
  state: 'invited',
  invitedAt: '2026-06-02T08:00:00.000Z',
  expiresAt: '2026-06-23T08:00:00.000Z',
} as const;

describe('what inviting does', () => {
  it('makes a first invitation, also after one that was withdrawn', () => {
    expect(nextInvitation(undefined, undefined, now)).toBe('new');
    expect(nextInvitation({ ...open, state: 'withdrawn' }, undefined, now)).toBe('new');
  });

  it('sends an open one again only for who saw that very sending', () => {
    expect(nextInvitation(open, open.invitedAt, now)).toBe('again');
    expect(nextInvitation(open, undefined, now)).toBe('leave');
    expect(nextInvitation(open, '2026-06-01T08:00:00.000Z', now)).toBe('leave');
  });

  it('sends again once the link is over', () => {
    expect(nextInvitation({ ...open, expiresAt: now.toISOString() }, undefined, now)).toBe('again');
  });

  it('leaves an answer alone', () => {
    expect(nextInvitation({ ...open, state: 'done' }, open.invitedAt, now)).toBe('leave');
  });
});
