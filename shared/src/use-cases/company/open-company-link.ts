import { isExamSecret } from '../../domain/assessment/sitting.js';
import type { Invitation } from '../../domain/company/company.js';
import type { School } from '../../domain/school/school.js';
import type { CompanyLink } from '../../domain/visit/visit.js';
import { hashOf } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { activities, companyLinks, invitations, schools } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface OpenedLink {
  link: Stored<CompanyLink, 'installation'>;
  school: Stored<School, 'installation'>;
  /** Open, or answered. */
  invitation: Stored<Invitation, 'school'>;
}

/** What a link's secret opens. Reads only, so that mail scanners may ask as often as they like. Refuses with `link/…`. */
export async function openCompanyLink({ store, now }: Deps, secret: string): Promise<OpenedLink> {
  const link = await store.get(companyLinks, { id: hashOf(secret) });
  if (!link) throw new Problem('link/unknown');
  const invitation = await store.get(invitations, { school: link.school, id: link.invitation });
  const school = await store.get(schools, { id: link.school });
  if (!invitation || !school) throw new Problem('link/unknown', { invitation: link.invitation });
  const facts = { invitation: invitation.id };
  if (link.withdrawnAt || invitation.state === 'withdrawn') throw new Problem('link/withdrawn', facts);
  // It may have become a part of the cspe after the mail went out.
  const activity = await store.get(activities, { school: link.school, id: invitation.activity });
  if (activity && isExamSecret(activity)) throw new Problem('link/withdrawn', facts);
  const over = now().getTime() >= Date.parse(link.expiresAt);
  if (over) throw new Problem(invitation.state === 'done' ? 'link/done' : 'link/expired', facts);
  return { link, school, invitation };
}

/** Throws `link/done` once the company has answered: what was said stands. */
export function insistOnOpen({ invitation }: Pick<OpenedLink, 'invitation'>): void {
  if (invitation.state === 'done') throw new Problem('link/done', { invitation: invitation.id });
}
