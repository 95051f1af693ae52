import type { CompanyJudgement, Invitation } from '../../domain/company/company.js';
import type { Clock } from '../../ports/clock.js';
import { companyJudgements, invitations } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, put, type Store, type Stored } from '../../store/port.js';
import { getActivity, judgementId } from './company-records.js';
import { openInvitation } from './open-invitation.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** The judgement of an invitation as a draft: made at the supervisor's first button, found again at each next one. */
export async function beginAssessment(
  { store, now }: Deps,
  input: Pick<Stored<Invitation, 'school'>, 'school' | 'id'>,
): Promise<Stored<CompanyJudgement, 'school'>> {
  return decideAgain(async () => {
    const invitation = await openInvitation(store, input);
    const key = { school: invitation.school, id: judgementId(invitation.id) };
    const begun = await store.get(companyJudgements, key);
    if (begun) return begun;
    const at = now().toISOString();
    const { rubric } = await getActivity(store, invitation.school, invitation.activity);
    const draft = draftOf(invitation, rubric.length, at);
    await store.commit([
      put(companyJudgements, key, draft, 0),
      change(invitations, invitation, { openedAt: at }),
      audit(key.school, {
        at,
        actor: `company:${invitation.id}`,
        action: 'company/began',
        object: `companyJudgements/${key.id}`,
      }),
    ]);
    return { ...draft, ...key, version: 1 };
  });
}

function draftOf(invitation: Stored<Invitation, 'school'>, criteria: number, at: string): CompanyJudgement {
  const { activity, student, attempt, moment, id } = invitation;
  const levels = Array.from({ length: criteria }, () => null);
  const about = { activity, student, attempt, ...(moment && { moment }), invitation: id };
  return { ...about, levels, remark: '', state: 'draft', startedAt: at };
}
