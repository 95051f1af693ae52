import { Problem } from '@buitenboord/shared/problem.js';
import { grants } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import type { Launch } from '../lti/launch.js';

/**
 * What a signed message doesn't settle: whether this person may. Who picks assignments teaches; whose work is reviewed is the reader's own or
 * of a class she teaches. Moodle signs a review of any pupil for any other who edits an address, so the role decides and not the signature.
 */
export function insistOnRole({ platform, roles, message, subject, forSubject }: Launch): void {
  if (roles.includes('teacher')) return;
  if (message === 'deepLinking') throw new Problem('launch/not-a-teacher', { platform });
  const ownWork = roles.includes('student') && forSubject === subject;
  if (message === 'submissionReview' && !ownWork) throw new Problem('launch/not-your-work', { platform });
}

/** What is stored about somebody is for that person, and for who administers the LMS or the school. */
export async function insistOnOwnData(store: Store, launch: Launch, person: string): Promise<void> {
  const { school, platform, subject, forSubject = subject } = launch;
  if (forSubject === subject || launch.lmsAdministrator) return;
  const where = { school, person, role: 'schoolAdministrator' as const, state: 'granted' as const };
  const { items } = await store.find(grants, { where, limit: 1 });
  if (items.length === 0) throw new Problem('launch/not-your-data', { platform });
}
