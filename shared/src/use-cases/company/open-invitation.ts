import type { Invitation } from '../../domain/company/company.js';
import { Problem } from '../../problem.js';
import { invitations } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';

/** The invitation as it stands now. Throws `link/withdrawn` or `link/done` when it is over: it may have ended since the page was opened. */
export async function openInvitation(
  store: Store,
  { school, id }: { school: string; id: string },
): Promise<Stored<Invitation, 'school'>> {
  const invitation = await store.get(invitations, { school, id });
  switch (invitation?.state) {
    case undefined:
      throw new Problem('link/unknown', { invitation: id });
    case 'withdrawn':
      throw new Problem('link/withdrawn', { invitation: id });
    case 'done':
      throw new Problem('link/done', { invitation: id });
    case 'invited':
      return invitation;
  }
}
