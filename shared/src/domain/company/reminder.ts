import type { Invitation } from './company.js';

const dayMs = 24 * 60 * 60_000;

/** A supervisor is reminded once, this many days after the mail. */
export const reminderAfterDays = 5;

/** Whether the one friendly reminder is due: none after an answer, a withdrawal or the end of the link, none to an address that refused. */
export function isReminderDue(invitation: Invitation, now: Date): boolean {
  const { state, remindedAt, mailProblem, invitedAt, expiresAt } = invitation;
  if (state !== 'invited' || remindedAt !== undefined || mailProblem !== undefined) return false;
  if (now.getTime() >= Date.parse(expiresAt)) return false;
  return now.getTime() - Date.parse(invitedAt) >= reminderAfterDays * dayMs;
}

const clockOfCompanies = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  weekday: 'short',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** No mail of its own accord between 20:00 and 7:00 in the Netherlands, nor on Saturday and Sunday. */
export function isQuietTime(now: Date): boolean {
  const parts = new Map(clockOfCompanies.formatToParts(now).map(({ type, value }) => [type, value]));
  const hour = Number(parts.get('hour'));
  return ['Sat', 'Sun'].includes(parts.get('weekday') ?? '') || hour < 7 || hour >= 20;
}
