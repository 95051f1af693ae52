import type { MailPayload } from '../domain/delivery/delivery.js';
import { invitations } from '../store/collections.js';
import { change, type Store, type Write } from '../store/port.js';

type AboutInvitations = Pick<MailPayload, 'invitation' | 'alsoInvitations'>;

/** The changes that show at a mail's invitations why it did not arrive, or that take this away again. Nothing where it says so already. */
export async function mailProblemWrites(
  store: Store,
  school: string,
  mail: AboutInvitations,
  problem: string | undefined,
): Promise<Write[]> {
  const stored = await invitationsOf(store, school, mail);
  return stored.flatMap((each) =>
    each.mailProblem === problem ? [] : [change(invitations, each, { mailProblem: problem })],
  );
}

/** Whether a mail about invitations has lost its sense: for each, the company is done or its link was withdrawn. */
export async function areInvitationsOver(store: Store, school: string, mail: AboutInvitations): Promise<boolean> {
  const stored = await invitationsOf(store, school, mail);
  return stored.length > 0 && stored.every(({ state }) => state !== 'invited');
}

async function invitationsOf(store: Store, school: string, { invitation, alsoInvitations = [] }: AboutInvitations) {
  const ids = invitation === undefined ? [] : [invitation, ...alsoInvitations];
  const stored = await Promise.all(ids.map((id) => store.get(invitations, { school, id })));
  return stored.filter((each) => each !== undefined);
}
