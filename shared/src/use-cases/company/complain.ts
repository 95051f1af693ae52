import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { companyJudgements, invitations } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, type Store } from '../../store/port.js';
import { beginAssessment } from './begin-assessment.js';
import { judgementId } from './company-records.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** As long as all that is said may be together (CompanyJudgement.complaint). */
const longest = 2000;

/** Keeps what the company says is not right, for the teacher to see; a second time is added to the first. The judgement stays as it is. */
export async function complain(
  deps: Deps,
  input: { school: string; invitation: string; words: string },
): Promise<void> {
  const { store } = deps;
  await decideAgain(async () => {
    const judgement = await judgementOf(deps, input);
    const complaint = [judgement.complaint, input.words].filter((part) => part !== undefined).join('\n\n');
    if (complaint.length > longest) throw new Problem('request/too-large', { invitation: input.invitation });
    await store.commit([
      change(companyJudgements, judgement, { complaint }),
      audit(input.school, {
        at: deps.now().toISOString(),
        actor: `company:${input.invitation}`,
        action: 'company/complained',
        object: `companyJudgements/${judgement.id}`,
      }),
    ]);
  });
}

async function judgementOf(deps: Deps, { school, invitation: id }: { school: string; invitation: string }) {
  const invitation = await deps.store.get(invitations, { school, id });
  if (invitation?.state !== 'done') return beginAssessment(deps, { school, id });
  const judgement = await deps.store.get(companyJudgements, { school, id: judgementId(id) });
  if (!judgement) throw new Problem('link/unknown', { invitation: id });
  return judgement;
}
