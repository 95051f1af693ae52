import type { Invitation } from './company.js';

type Current = Pick<Invitation, 'state' | 'invitedAt' | 'expiresAt'>;

/** What inviting means for a student: a first mail, the same invitation with a new link, or nothing. */
export type NextInvitation = 'new' | 'again' | 'leave';

/**
 * Decides what asking to invite does. An open invitation is sent again only when the teacher names the sending she saw (`seen`),
 * so that a second click sends no second mail. An answered one stays.
 */
export function nextInvitation(current: Current | undefined, seen: string | undefined, now: Date): NextInvitation {
  switch (current?.state) {
    case undefined:
    case 'withdrawn':
      return 'new';
    case 'done':
      return 'leave';
    case 'invited':
      return current.invitedAt === seen || now.getTime() >= Date.parse(current.expiresAt) ? 'again' : 'leave';
  }
}
