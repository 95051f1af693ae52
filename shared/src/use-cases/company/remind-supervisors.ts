import { isExamSecret } from '../../domain/assessment/sitting.js';
import { isQuietTime, isReminderDue, reminderAfterDays } from '../../domain/company/reminder.js';
import type { Invitation } from '../../domain/company/company.js';
import { isProblem } from '../../problem.js';
import { invitations, placements, schools } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, type Store, type Stored } from '../../store/port.js';
import { getActivity } from './company-records.js';
import { letterWrites, type LetterDeps } from './letters.js';

const dayMs = 24 * 60 * 60_000;
/** No link lives longer (School.linkDays), so older invitations needn't be looked at. */
const longestLinkDays = 120;

/**
 * Sends each supervisor who hasn't answered after five days one friendly reminder, with links that work; what she opened before works too.
 * Does nothing in the evening, at night and at the weekend. Safe to call as often as one likes. Says how many students it was about.
 */
export async function remindSupervisors(deps: LetterDeps, now: Date): Promise<number> {
  if (isQuietTime(now)) return 0;
  let reminded = 0;
  for await (const school of deps.store.each(schools, { where: {} })) {
    for (const [activity, due] of await dueByActivity(deps.store, school.id, now)) {
      reminded += await remindAbout(deps, { school: school.id, activity, invitations: due }, now);
    }
  }
  return reminded;
}

async function dueByActivity(store: Store, school: string, now: Date): Promise<Map<string, string[]>> {
  const due = new Map<string, string[]>();
  const from = new Date(now.getTime() - longestLinkDays * dayMs).toISOString();
  const below = new Date(now.getTime() - reminderAfterDays * dayMs + 1).toISOString();
  const query = { where: { school, state: 'invited' as const }, range: { field: 'invitedAt' as const, from, below } };
  for await (const invitation of store.each(invitations, query)) {
    if (!isReminderDue(invitation, now)) continue;
    due.set(invitation.activity, [...(due.get(invitation.activity) ?? []), invitation.id]);
  }
  return due;
}

interface DueReminders {
  school: string;
  activity: string;
  invitations: readonly string[];
}

/** Somebody who keeps writing is still at it: the next round is soon enough. */
async function remindAbout(deps: LetterDeps, due: DueReminders, now: Date): Promise<number> {
  try {
    return await decideAgain(() => remindOnce(deps, due, now));
  } catch (error) {
    if (!isProblem(error, 'store/conflict')) throw error;
    return 0;
  }
}

async function remindOnce(deps: LetterDeps, due: DueReminders, now: Date): Promise<number> {
  const { store } = deps;
  const activity = await getActivity(store, due.school, due.activity);
  if (isExamSecret(activity)) return 0;
  const at = now.toISOString();
  const read = await Promise.all(due.invitations.map((id) => store.get(invitations, { school: due.school, id })));
  const open = read.flatMap((each) => (each && isReminderDue(each, now) ? [each] : []));
  if (open.length === 0) return 0;
  const requests = await Promise.all(open.map((each) => requestOf(store, each)));
  const letters = await letterWrites(deps, activity, requests.flat(), (facts) => deps.mails.reminder(facts), now);
  await store.commit([
    ...letters,
    ...open.flatMap((each) => [
      change(invitations, each, { remindedAt: at }),
      audit(due.school, { at, actor: 'system', action: 'company/reminded', object: `invitations/${each.id}` }),
    ]),
  ]);
  return open.length;
}

async function requestOf(store: Store, invitation: Stored<Invitation, 'school'>) {
  const { school, id, student, invitedBy, expiresAt } = invitation;
  const placement = await store.get(placements, { school, id: invitation.placement });
  if (!placement) return [];
  const { contactName, contactEmail } = placement;
  return [{ invitation: id, student, contactName, contactEmail, invitedBy, expiresAt }];
}
