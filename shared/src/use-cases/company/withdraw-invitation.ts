import type { Invitation } from '../../domain/company/company.js';
import type { Moment } from '../../domain/assessment/moment.js';
import type { Clock } from '../../ports/clock.js';
import { companyLinks, invitations } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, type Store, type Stored, type Write } from '../../store/port.js';
import { findCurrentInvitation, type OneStudent } from './company-records.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** Takes back the open invitation of a student: its links open nothing any more. Nothing to withdraw is no error; an answer stays. */
export async function withdrawInvitation(
  deps: Deps,
  input: OneStudent & { by: string; moment?: Moment },
): Promise<void> {
  const { store, now } = deps;
  const { school, activity, student, by } = input;
  await decideAgain(async () => {
    const { invitation } = await findCurrentInvitation(store, { school, activity, student }, input.moment);
    if (invitation?.state !== 'invited') return;
    await store.commit(await withdrawalWrites(store, invitation, { by, at: now().toISOString() }));
  });
}

/** The writes that end an open invitation and its links. */
export async function withdrawalWrites(
  store: Store,
  invitation: Stored<Invitation, 'school'>,
  { by, at }: { by: string; at: string },
): Promise<Write[]> {
  return [
    change(invitations, invitation, { state: 'withdrawn', withdrawnAt: at }),
    ...(await linkWithdrawals(store, invitation, at)),
    audit(invitation.school, {
      at,
      actor: by,
      action: 'company/withdrawn',
      object: `invitations/${invitation.id}`,
    }),
  ];
}

/** The writes that end all links of an invitation, while the invitation goes on with a new one. */
export async function linkWithdrawals(
  store: Store,
  { school, id }: Stored<Invitation, 'school'>,
  at: string,
): Promise<Write[]> {
  const { items } = await store.find(companyLinks, { where: { school, invitation: id } });
  return items.flatMap((link) => (link.withdrawnAt ? [] : [change(companyLinks, link, { withdrawnAt: at })]));
}
